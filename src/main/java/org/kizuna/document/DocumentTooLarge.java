package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** The file is larger than what is kept. */
public final class DocumentTooLarge extends BusinessRuleViolation {

    DocumentTooLarge(long megabytes) {
        super("file", megabytes);
    }
}
