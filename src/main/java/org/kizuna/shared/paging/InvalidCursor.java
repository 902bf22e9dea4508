package org.kizuna.shared.paging;

import org.kizuna.shared.BusinessRuleViolation;

/** The place in the list that was asked for does not exist in this order. */
public final class InvalidCursor extends BusinessRuleViolation {

    public InvalidCursor() {
        super("after");
    }
}
