package org.kizuna.security;

import org.kizuna.shared.BusinessRuleViolation;

/** Somebody tried too often to guess a password; a minute has to pass. */
public final class TooManyTries extends BusinessRuleViolation {

    TooManyTries() {
        super("current");
    }
}
