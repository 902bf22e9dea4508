package org.kizuna.agreement;

import org.kizuna.shared.BusinessRuleViolation;

/** The agreement's status does not lead there. */
public final class AgreementCannotBecome extends BusinessRuleViolation {

    AgreementCannotBecome(AgreementStatus status, AgreementStatus next) {
        super("status", status, next);
    }
}
