package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** An entry is taken back once. */
public final class EntryReversedAlready extends BusinessRuleViolation {

    EntryReversedAlready() {
        super(null);
    }
}
