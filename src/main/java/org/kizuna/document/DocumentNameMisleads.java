package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** The file is called something that it is not by its content. */
public final class DocumentNameMisleads extends BusinessRuleViolation {

    /** @param byRight the name that it should have */
    DocumentNameMisleads(String extension, FileKind kind, String byRight) {
        super("file", "." + extension, kind, byRight);
    }
}
