package org.kizuna.ledger;

import org.kizuna.shared.BusinessRuleViolation;

/** An agreement commits those who are parties to it. */
public final class DonorIsNoParty extends BusinessRuleViolation {

    DonorIsNoParty(String donor) {
        super("kind", donor);
    }
}
