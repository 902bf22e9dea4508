package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Money;

/** No more is paid back than was received; what is not confirmed has not been received. */
public final class MorePaidBackThanReceived extends BusinessRuleViolation {

    MorePaidBackThanReceived(Money received, Money unconfirmed) {
        super("amount", received, unconfirmed);
    }
}
