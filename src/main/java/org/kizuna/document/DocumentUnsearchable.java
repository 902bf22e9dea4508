package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** What is packed in the file is too much, or packed too oddly, to be looked through. */
public final class DocumentUnsearchable extends BusinessRuleViolation {

    DocumentUnsearchable(FileKind kind) {
        super("file", kind);
    }
}
