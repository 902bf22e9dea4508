package org.kizuna.contribution;

import org.kizuna.shared.BusinessRuleViolation;

/** Nobody confirms what they entered themselves. */
public final class ConfirmedByItsAuthor extends BusinessRuleViolation {

    ConfirmedByItsAuthor() {
        super(null);
    }
}
