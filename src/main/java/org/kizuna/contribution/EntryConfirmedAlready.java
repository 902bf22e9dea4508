package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** Somebody has confirmed this entry. */
public final class EntryConfirmedAlready extends BusinessRuleViolation {

    EntryConfirmedAlready() {
        super(null);
    }
}
