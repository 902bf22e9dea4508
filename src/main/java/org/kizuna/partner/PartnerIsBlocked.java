package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** Nothing may be agreed with a blocked partner. */
public final class PartnerIsBlocked extends BusinessRuleViolation {

    PartnerIsBlocked(String field, String legalName) {
        super(field, legalName);
    }
}
