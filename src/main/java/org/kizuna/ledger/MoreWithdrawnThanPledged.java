package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Money;

/** No more can be withdrawn than is pledged. */
public final class MoreWithdrawnThanPledged extends BusinessRuleViolation {

    MoreWithdrawnThanPledged(Money pledged) {
        super("amount", pledged);
    }
}
