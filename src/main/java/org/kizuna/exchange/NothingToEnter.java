package org.kizuna.exchange;

import org.kizuna.shared.BusinessRuleViolation;

/** Every row of the file was entered before, or is left out. */
public final class NothingToEnter extends BusinessRuleViolation {

    NothingToEnter(long before) {
        super(null, before);
    }
}
