package org.kizuna.agreement;

import org.kizuna.shared.BusinessRuleViolation;

/** The terms of an agreement change while it is a draft, and later by amendment only. */
public final class AgreementTermsAreFixed extends BusinessRuleViolation {

    AgreementTermsAreFixed(AgreementStatus status) {
        super("status", status);
    }
}
