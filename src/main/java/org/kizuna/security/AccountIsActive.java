package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** Whose account can still be used is not erased. */
public final class AccountIsActive extends BusinessRuleViolation {

    AccountIsActive(String username) {
        super("persons", username);
    }
}
