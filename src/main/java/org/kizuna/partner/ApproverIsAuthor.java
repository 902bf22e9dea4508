package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.OwnWork;

/** Nobody approves what they recorded themselves. */
public final class ApproverIsAuthor extends BusinessRuleViolation implements OwnWork {

    ApproverIsAuthor() {
        super("status");
    }
}
