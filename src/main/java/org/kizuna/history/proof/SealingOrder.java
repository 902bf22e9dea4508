package org.kizuna.history.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a change set can have been recorded, by where it stands in the tree: not before the head before it, less the
 * longest transaction, for it would have been under that head; and not after its own sealing. Sealer, self-audit and
 * verifier hold to the same.
 */
public final class SealingOrder {

    private SealingOrder() {}

    /**
     * What is wrong with it.
     *
     * @param recordedAt what the change set says
     * @param before when the newest head was sealed under which it does not stand; null for the first ones
     * @param sealedAt when the oldest head was sealed under which it stands; null while there is none
     */
    public static Optional<SealingFinding.Kind> broken(
            Instant recordedAt, @Nullable Instant before, @Nullable Instant sealedAt, Duration longest) {
        if (before != null && recordedAt.isBefore(before.minus(longest))) {
            return Optional.of(SealingFinding.Kind.BACK_DATED);
        }
        return sealedAt != null && recordedAt.isAfter(sealedAt)
                ? Optional.of(SealingFinding.Kind.POST_DATED)
                : Optional.empty();
    }
}
