package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Reference;

/** Only money that arrived is confirmed. */
public final class EntryNeedsNoConfirmation extends BusinessRuleViolation {

    EntryNeedsNoConfirmation(Reference entry) {
        super(null, entry.value());
    }
}
