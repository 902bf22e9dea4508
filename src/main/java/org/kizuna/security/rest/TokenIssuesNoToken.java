package org.kizuna.security.rest;

import org.kizuna.shared.BusinessRuleViolation;

/** Who found a token could make it last: a token is issued to whoever shows a password. */
public final class TokenIssuesNoToken extends BusinessRuleViolation {

    TokenIssuesNoToken() {
        super("Authorization");
    }
}
