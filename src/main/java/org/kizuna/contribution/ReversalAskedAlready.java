package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** Somebody has asked already to take the entry back, and nobody has answered. */
public final class ReversalAskedAlready extends BusinessRuleViolation {

    ReversalAskedAlready() {
        super(null);
    }
}
