package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;

/** What two have entered is taken back by two: one asks, another confirms. */
public final class ReversalNeedsASecond extends BusinessRuleViolation {

    ReversalNeedsASecond() {
        super(null);
    }
}
