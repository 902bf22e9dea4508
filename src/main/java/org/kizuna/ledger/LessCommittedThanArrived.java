package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Money;

/** No more is taken off a commitment than is outstanding: it does not fall below what has arrived. */
public final class LessCommittedThanArrived extends BusinessRuleViolation {

    LessCommittedThanArrived(Money open, Money committed, Money arrived) {
        super("amount", open, committed, arrived);
    }
}
