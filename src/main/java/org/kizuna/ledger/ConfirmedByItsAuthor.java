package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.OwnWork;

/** Nobody confirms what they entered themselves. */
public final class ConfirmedByItsAuthor extends BusinessRuleViolation implements OwnWork {

    ConfirmedByItsAuthor() {
        super(null);
    }
}
