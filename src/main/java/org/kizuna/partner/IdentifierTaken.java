package org.kizuna.partner;

import org.kizuna.shared.BusinessRuleViolation;

/** Another partner has one of these identifiers. */
public final class IdentifierTaken extends BusinessRuleViolation {

    IdentifierTaken() {
        super("identifiers");
    }
}
