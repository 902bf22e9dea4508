package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** Somebody proposed a change of the same partner at the same moment. */
public final class ChangeProposedMeanwhile extends BusinessRuleViolation {

    ChangeProposedMeanwhile() {
        super(null);
    }
}
