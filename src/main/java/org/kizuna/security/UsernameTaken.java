package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** Another account has this name. */
public final class UsernameTaken extends BusinessRuleViolation {

    UsernameTaken(String username) {
        super("username", username);
    }
}
