package org.kizuna.ledger;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.shared.Money;
import org.kizuna.shared.Reference;

/**
 * One ledger entry in a list.
 *
 * @param amount signed as it counts, at the currency's minor unit
 * @param exact the figure as its source gives it
 * @param usd worth in US dollars, not rounded, or null when it is not convertible
 * @param perUsd the rate it was converted at, units of the currency for one US dollar
 * @param reverses the entry it takes back
 * @param reversesOn the day that entry counts on
 * @param reversalAskedBy who asks to take it back; until another confirms it counts
 * @param reversedBy the entry it was taken back by
 */
public record EntryRow(
        long id,
        Reference reference,
        Reference contribution,
        String purpose,
        Reference donor,
        String donorName,
        Instrument instrument,
        EntryKind kind,
        Measure measure,
        Money amount,
        BigDecimal exact,
        boolean approximate,
        LocalDate valueDate,
        @Nullable BigDecimal usd,
        @Nullable BigDecimal perUsd,
        @Nullable LocalDate rateOn,
        @Nullable String rateSource,
        @Nullable String source,
        @Nullable String reason,
        @Nullable Reference reverses,
        @Nullable LocalDate reversesOn,
        @Nullable Reference reversedBy,
        @Nullable String confirmedBy,
        @Nullable String reversalAskedBy,
        String recordedBy,
        Instant recordedAt) {

    /** For queries, which read the columns. */
    public EntryRow(
            Long id,
            Reference reference,
            Reference contribution,
            String purpose,
            Reference donor,
            String donorName,
            Instrument instrument,
            EntryKind kind,
            Measure measure,
            BigDecimal amount,
            Currency currency,
            BigDecimal exact,
            Boolean approximate,
            LocalDate valueDate,
            @Nullable BigDecimal usd,
            @Nullable BigDecimal perUsd,
            @Nullable LocalDate rateOn,
            @Nullable String rateSource,
            @Nullable String source,
            @Nullable String reason,
            @Nullable Reference reverses,
            @Nullable LocalDate reversesOn,
            @Nullable Reference reversedBy,
            @Nullable String confirmedBy,
            @Nullable String reversalAskedBy,
            String recordedBy,
            Instant recordedAt) {
        this(
                id,
                reference,
                contribution,
                purpose,
                donor,
                donorName,
                instrument,
                kind,
                measure,
                new Money(amount, currency),
                exact,
                approximate,
                valueDate,
                usd,
                perUsd,
                rateOn,
                rateSource,
                source,
                reason,
                reverses,
                reversesOn,
                reversedBy,
                confirmedBy,
                reversalAskedBy,
                recordedBy,
                recordedAt);
    }

    /** Whether the source's figure is finer than the currency's minor unit. */
    public boolean isRounded() {
        return exact.compareTo(amount.amount()) != 0;
    }

    public boolean awaitsConfirmation() {
        return kind.needsConfirmation() && confirmedBy == null && reversedBy == null;
    }

    public boolean canBeReversed() {
        return kind != EntryKind.REVERSAL && reversedBy == null && reversalAskedBy == null;
    }

    /** Whether two stand for it, so that two take it back. */
    public boolean needsASecond() {
        return kind == EntryKind.REFUND || kind == EntryKind.WRITE_OFF || confirmedBy != null;
    }
}
