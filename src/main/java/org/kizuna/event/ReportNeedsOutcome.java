package org.kizuna.event;

import org.kizuna.shared.BusinessRuleViolation;

/** A report needs the outcome and a sourced figure of attendance. */
public final class ReportNeedsOutcome extends BusinessRuleViolation {

    ReportNeedsOutcome() {
        super("outcome");
    }
}
