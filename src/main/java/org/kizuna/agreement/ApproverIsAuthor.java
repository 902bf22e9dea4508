package org.kizuna.agreement;

import org.kizuna.shared.BusinessRuleViolation;

/** Nobody clears what they recorded or sent for review themselves. */
public final class ApproverIsAuthor extends BusinessRuleViolation {

    ApproverIsAuthor() {
        super("status");
    }
}
