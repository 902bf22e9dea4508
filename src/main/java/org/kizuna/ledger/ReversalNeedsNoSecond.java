package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;

/** One person stands for the entry, so an officer takes it back alone. */
public final class ReversalNeedsNoSecond extends BusinessRuleViolation {

    ReversalNeedsNoSecond() {
        super(null);
    }
}
