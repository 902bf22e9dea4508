package org.kizuna.ledger;

import org.jspecify.annotations.Nullable;

/** What a ledger entry says happened, which column it counts in, and with which sign. */
public enum EntryKind {
    /** Incoming pledge [IATI transaction type 13]. */
    PLEDGE(Measure.PLEDGED, 1),
    PLEDGE_WITHDRAWN(Measure.PLEDGED, -1),
    /** Incoming commitment [IATI transaction type 11]. */
    COMMITMENT(Measure.COMMITTED, 1),
    ADJUSTMENT(Measure.COMMITTED, 0),
    /** Incoming funds [IATI transaction type 1]. */
    RECEIPT(Measure.RECEIVED, 1),
    IN_KIND(Measure.RECEIVED, 1),
    REFUND(Measure.RECEIVED, -1),
    WRITE_OFF(Measure.COMMITTED, -1),
    /** Takes one entry back; counts where that one does. */
    REVERSAL(null, 0);

    private final @Nullable Measure measure;
    private final int sign;

    EntryKind(@Nullable Measure measure, int sign) {
        this.measure = measure;
        this.sign = sign;
    }

    /** The column it counts in, or null where another entry decides. */
    public @Nullable Measure measure() {
        return measure;
    }

    /** 1 adds, -1 takes away, 0 does what the amount's own sign says. */
    public int sign() {
        return sign;
    }

    /** Money that has arrived, and so is confirmed by somebody else than the one who entered it. */
    public boolean needsConfirmation() {
        return this == RECEIPT || this == IN_KIND;
    }
}
