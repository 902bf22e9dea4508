package org.kizuna.shared.rest;

import org.kizuna.shared.BusinessRuleViolation;

/** The request's body is not a JSON object. */
public final class MalformedBody extends BusinessRuleViolation {

    MalformedBody() {
        super(null);
    }
}
