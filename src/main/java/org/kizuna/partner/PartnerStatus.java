package org.kizuna.partner;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where the relation with a partner stands, and where it can go from there. */
public enum PartnerStatus {
    PROSPECT,
    UNDER_DUE_DILIGENCE,
    APPROVED,
    SUSPENDED,
    BLOCKED,
    INACTIVE;

    private static final Map<PartnerStatus, Set<PartnerStatus>> NEXT = new EnumMap<>(Map.of(
            PROSPECT, EnumSet.of(UNDER_DUE_DILIGENCE, INACTIVE),
            UNDER_DUE_DILIGENCE, EnumSet.of(APPROVED, PROSPECT, BLOCKED, INACTIVE),
            APPROVED, EnumSet.of(SUSPENDED, BLOCKED, INACTIVE),
            SUSPENDED, EnumSet.of(APPROVED, BLOCKED, INACTIVE),
            BLOCKED, EnumSet.of(UNDER_DUE_DILIGENCE),
            INACTIVE, EnumSet.of(PROSPECT)));

    public Set<PartnerStatus> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    boolean leadsTo(PartnerStatus other) {
        return next().contains(other);
    }
}
