package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;

/** Money is committed under a signed agreement that is legally binding and financial. */
public final class NoBindingAgreement extends BusinessRuleViolation {

    NoBindingAgreement() {
        super("kind");
    }
}
