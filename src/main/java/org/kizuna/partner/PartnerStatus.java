package org.kizuna.partner;

import java.util.Set;

/** Where the relation with a partner stands. {@link PartnerLifecycle} says what leads from one to another. */
public enum PartnerStatus {
    PROSPECT,
    UNDER_DUE_DILIGENCE,
    APPROVED,
    SUSPENDED,
    BLOCKED,
    INACTIVE;

    public Set<PartnerStatus> next() {
        return PartnerLifecycle.STEPS.next(this);
    }
}
