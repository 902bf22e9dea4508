package org.kizuna.shared.rest;

import org.kizuna.shared.BusinessRuleViolation;

/** A query parameter has no meaning. */
public final class InvalidParameter extends BusinessRuleViolation {

    public InvalidParameter(String name, String value) {
        super(name, value);
    }
}
