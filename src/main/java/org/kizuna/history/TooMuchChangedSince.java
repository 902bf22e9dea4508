package org.kizuna.history;

import org.kizuna.shared.BusinessRuleViolation;

/** More has changed since a moment than can be looked through at once. */
public final class TooMuchChangedSince extends BusinessRuleViolation {

    TooMuchChangedSince() {
        super("updatedSince");
    }
}
