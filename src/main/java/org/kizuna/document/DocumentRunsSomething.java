package org.kizuna.document;

import org.kizuna.shared.BusinessRuleViolation;

/** The PDF holds a script, or starts a program when it is opened. */
public final class DocumentRunsSomething extends BusinessRuleViolation {

    DocumentRunsSomething() {
        super("file");
    }
}
