package org.kizuna.history.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of the register at itself.
 *
 * @param askedBy who asked for it; {@link #NIGHTLY} when nobody did
 * @param endedAt null while it goes on
 * @param changeSets looked at so far
 * @param records looked at so far
 * @param findings how many; the first thousand are kept
 * @param failure why it could not go on, or null
 */
public record AuditRun(
        long id,
        String askedBy,
        Instant beganAt,
        @Nullable Instant endedAt,
        long changeSets,
        long records,
        long findings,
        @Nullable String failure) {

    /** Stands for the server itself, where somebody's name would stand. */
    public static final String NIGHTLY = "nightly";

    public boolean isRunning() {
        return endedAt == null;
    }

    /** Whether it went through and found nothing. */
    public boolean isClean() {
        return endedAt != null && findings == 0 && failure == null;
    }
}
