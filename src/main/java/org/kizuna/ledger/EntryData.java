package org.kizuna.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about something that happened to a contribution's money.
 *
 * @param amount in the contribution's currency; without sign, unless the kind is an adjustment
 * @param approximate quoted loosely by its source
 * @param valueInUsd what the source itself says it is worth in US dollars; null lets the rate of the day decide
 * @param source who says so, and where
 */
public record EntryData(
        @Nullable EntryKind kind,
        @Nullable BigDecimal amount,
        @Nullable LocalDate valueDate,
        boolean approximate,
        @Nullable BigDecimal valueInUsd,
        @Nullable String source,
        @Nullable String reason) {

    /** An entry with nothing but what must be there. */
    public static EntryData of(EntryKind kind, String amount, LocalDate valueDate, String source) {
        return new EntryData(kind, new BigDecimal(amount), valueDate, false, null, source, null);
    }
}
