package org.kizuna.exchange;

import org.kizuna.shared.BusinessRuleViolation;

/** The rows that can't be entered are no longer those that somebody was shown, and agreed to leave out. */
public final class LeftOutRowsChanged extends BusinessRuleViolation {

    LeftOutRowsChanged(String lines) {
        super(null, StatementReader.quoted(lines));
    }
}
