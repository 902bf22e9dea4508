package org.kizuna.ledger;

import org.kizuna.agreement.AgreementStatus;
import org.kizuna.shared.BusinessRuleViolation;

/** An agreement that ended or was terminated takes no new commitments; only what settles it. */
public final class AgreementHasEnded extends BusinessRuleViolation {

    AgreementHasEnded(AgreementStatus status) {
        super("kind", status);
    }
}
