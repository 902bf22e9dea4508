package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;

/** Money is committed in the agreement's currency. */
public final class CommitmentInOtherCurrency extends BusinessRuleViolation {

    CommitmentInOtherCurrency(String currency) {
        super("kind", currency);
    }
}
