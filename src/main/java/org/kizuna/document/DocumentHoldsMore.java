package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** Before the head or after the end of a picture or a PDF there is something of another format. */
public final class DocumentHoldsMore extends BusinessRuleViolation {

    DocumentHoldsMore(FileKind kind) {
        super("file", kind);
    }
}
