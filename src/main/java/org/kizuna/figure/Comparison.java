package org.kizuna.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was received in a year, or in what has passed of it, beside the same days of the year before.
 *
 * @param received not rounded
 * @param before not rounded; null where there are no figures of those days
 */
public record Comparison(
        LocalDate from,
        LocalDate to,
        LocalDate beforeFrom,
        LocalDate beforeTo,
        BigDecimal received,
        @Nullable BigDecimal before) {

    public int year() {
        return from.getYear();
    }

    /** Whether the year is not over, so that days are compared and not years. */
    public boolean ofDays() {
        return to.getDayOfYear() < to.lengthOfYear();
    }

    /** As 0.56 for 56 % more; nothing where nothing stands to compare with. */
    public @Nullable BigDecimal change() {
        return before == null || before.signum() <= 0
                ? null
                : received.subtract(before).divide(before, 4, RoundingMode.HALF_EVEN);
    }
}
