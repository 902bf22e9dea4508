package org.kizuna.exchange;

import org.kizuna.shared.BusinessRuleViolation;

/** Rows with errors can't be entered; none of the others is. */
public final class ImportHasErrors extends BusinessRuleViolation {

    ImportHasErrors(long errors) {
        super(null, errors);
    }
}
