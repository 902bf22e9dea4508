package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** The file could not be read to its end. */
public final class DocumentUnreadable extends BusinessRuleViolation {

    public DocumentUnreadable() {
        super("file");
    }
}
