package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Money;

/** Commitments may not exceed the agreement's ceiling. */
public final class CeilingExceeded extends BusinessRuleViolation {

    CeilingExceeded(Money ceiling, Money committed) {
        super("amount", ceiling, committed);
    }
}
