package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** Nobody opens the PDF without a password, which is not kept here. */
public final class DocumentLocked extends BusinessRuleViolation {

    DocumentLocked() {
        super("file");
    }
}
