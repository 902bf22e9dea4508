package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** A reversal is not taken back; what it took back is entered anew. */
public final class ReversalIsFinal extends BusinessRuleViolation {

    ReversalIsFinal() {
        super(null);
    }
}
