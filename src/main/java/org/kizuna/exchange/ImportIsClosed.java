package org.kizuna.exchange;

import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Reference;

/** The import has been entered or discarded. */
public final class ImportIsClosed extends BusinessRuleViolation {

    ImportIsClosed(Reference reference) {
        super(null, reference.value());
    }
}
