package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.OwnWork;

/** Nobody confirms a reversal that they asked for themselves. */
public final class ReversalConfirmedByItsAsker extends BusinessRuleViolation implements OwnWork {

    ReversalConfirmedByItsAsker() {
        super(null);
    }
}
