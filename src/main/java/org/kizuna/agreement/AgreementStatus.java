package org.kizuna.agreement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an agreement stands. After SIGNED there is no way back to DRAFT and none to CANCELLED. */
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

    private static final Map<AgreementStatus, Set<AgreementStatus>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(IN_REVIEW, CANCELLED),
            IN_REVIEW, EnumSet.of(CLEARED, DRAFT, CANCELLED),
            CLEARED, EnumSet.of(AWAITING_SIGNATURE, DRAFT, CANCELLED),
            AWAITING_SIGNATURE, EnumSet.of(SIGNED, CANCELLED),
            SIGNED, EnumSet.of(IN_FORCE, TERMINATED),
            IN_FORCE, EnumSet.of(SUSPENDED, ENDED, TERMINATED),
            SUSPENDED, EnumSet.of(IN_FORCE, TERMINATED)));

    public Set<AgreementStatus> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    /** Whether its terms no longer run: it renews itself no more. */
    public boolean isOver() {
        return this == ENDED || this == TERMINATED || this == CANCELLED;
    }

    /** Whether coming here leaves less open than before, so that a blocked partner does not stop it. */
    boolean limitsExposure() {
        return this == DRAFT || this == SUSPENDED || this == TERMINATED || this == CANCELLED;
    }

    /** Whether money can be committed under an agreement in this state. */
    public boolean isSigned() {
        return this == SIGNED || this == IN_FORCE || this == SUSPENDED || this == ENDED;
    }
}
