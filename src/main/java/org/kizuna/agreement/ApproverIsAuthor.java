package org.kizuna.agreement;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.OwnWork;

/** Nobody clears what they recorded or sent for review themselves. */
public final class ApproverIsAuthor extends BusinessRuleViolation implements OwnWork {

    ApproverIsAuthor() {
        super("status");
    }
}
