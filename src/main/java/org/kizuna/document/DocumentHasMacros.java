package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** The file holds macros, which nothing that is kept here may. */
public final class DocumentHasMacros extends BusinessRuleViolation {

    DocumentHasMacros(FileKind instead) {
        super("file", instead);
    }
}
