package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** The new password is the old one. */
public final class SamePassword extends BusinessRuleViolation {

    SamePassword() {
        super("password");
    }
}
