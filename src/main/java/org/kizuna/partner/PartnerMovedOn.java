package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** What a proposed change began with no longer stands on the partner: it has to be refused and proposed again. */
public final class PartnerMovedOn extends BusinessRuleViolation {

    PartnerMovedOn(String field) {
        super(field);
    }
}
