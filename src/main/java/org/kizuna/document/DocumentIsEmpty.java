package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** There is nothing in the file. */
public final class DocumentIsEmpty extends BusinessRuleViolation {

    DocumentIsEmpty() {
        super("file");
    }
}
