package org.kizuna.security.rest;

import org.kizuna.shared.BusinessRuleViolation;

/** The same Idempotency-Key was sent with another request. */
public final class PostedKeyUsed extends BusinessRuleViolation {

    PostedKeyUsed() {
        super("Idempotency-Key");
    }
}
