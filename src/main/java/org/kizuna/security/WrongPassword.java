package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** The password given as the current one is not. */
public final class WrongPassword extends BusinessRuleViolation {

    WrongPassword() {
        super("current");
    }
}
