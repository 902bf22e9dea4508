package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** Nobody asks to take the entry back. */
public final class ReversalNotAsked extends BusinessRuleViolation {

    ReversalNotAsked() {
        super(null);
    }
}
