package org.kizuna.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums that stand beside each other, not rounded: rounding is done once, where they are shown.
 *
 * @param received what is confirmed, less what was paid back
 * @param unconfirmed what arrived and is not confirmed yet
 * @param entries how many entries they take in
 * @param notConvertible how many of those no rate is known for; they are in none of the sums
 */
public record Figures(
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal received,
        BigDecimal unconfirmed,
        long entries,
        long notConvertible) {

    public static final Figures NONE =
            new Figures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    /** For queries, where the sum over nothing is null. */
    public Figures(
            @Nullable BigDecimal pledged,
            @Nullable BigDecimal committed,
            @Nullable BigDecimal received,
            @Nullable BigDecimal unconfirmed,
            Long entries,
            @Nullable Long notConvertible) {
        this(
                orZero(pledged),
                orZero(committed),
                orZero(received),
                orZero(unconfirmed),
                entries.longValue(),
                notConvertible == null ? 0L : notConvertible.longValue());
    }

    public Figures plus(Figures other) {
        return new Figures(
                pledged.add(other.pledged),
                committed.add(other.committed),
                received.add(other.received),
                unconfirmed.add(other.unconfirmed),
                entries + other.entries,
                notConvertible + other.notConvertible);
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
