package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** The partner's status does not lead there. */
public final class PartnerCannotBecome extends BusinessRuleViolation {

    PartnerCannotBecome(PartnerStatus status, PartnerStatus next) {
        super("status", status, next);
    }
}
