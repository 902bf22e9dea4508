package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** Nobody approves what they recorded themselves. */
public final class ApproverIsAuthor extends BusinessRuleViolation {

    ApproverIsAuthor() {
        super("status");
    }
}
