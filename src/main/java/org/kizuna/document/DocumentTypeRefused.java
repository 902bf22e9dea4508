package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** By its content the file is of a type that is not kept. */
public final class DocumentTypeRefused extends BusinessRuleViolation {

    DocumentTypeRefused(String mediaType) {
        super("file", mediaType);
    }
}
