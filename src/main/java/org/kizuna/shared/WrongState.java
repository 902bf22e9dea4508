package org.kizuna.shared;

import org.jspecify.annotations.Nullable;

/** A record's state stands against what somebody wants to do with it: it was done already, or something comes first. */
public abstract class WrongState extends BusinessRuleViolation {

    protected WrongState(@Nullable String field, Object... arguments) {
        super(field, arguments);
    }
}
