package org.kizuna.agreement;

import java.util.Set;

/** Where an agreement stands. {@link AgreementLifecycle} says what leads from one to another. */
public enum AgreementStatus {
    DRAFT,
    IN_REVIEW,
    CLEARED,
    AWAITING_SIGNATURE,
    SIGNED,
    IN_FORCE,
    SUSPENDED,
    ENDED,
    TERMINATED,
    CANCELLED;

    public Set<AgreementStatus> next() {
        return AgreementLifecycle.STEPS.next(this);
    }

    /** Whether its terms no longer run: it renews itself no more. */
    public boolean isOver() {
        return this == ENDED || this == TERMINATED || this == CANCELLED;
    }

    /** Whether money can be committed under an agreement in this state. */
    public boolean isSigned() {
        return this == SIGNED || this == IN_FORCE || this == SUSPENDED || this == ENDED;
    }
}
