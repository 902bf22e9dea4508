package org.kizuna.ledger.rest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kizuna.ledger.EntryRow;
import org.kizuna.shared.Reference;

/**
 * A ledger entry as REST gives it.
 *
 * @param amount signed as it counts, at the currency's minor unit
 * @param exactAmount the figure as its source gives it
 * @param usdAmount worth in US dollars, not rounded; null when not convertible
 * @param valueDate the day it counts on; of a reversal its own, and {@code reversesValueDate} is the other entry's
 * @param reversalAskedBy who asks to take it back; it counts until another confirms
 * @param ratePerUsd units of the currency for one US dollar
 */
public record EntryJson(
        String reference,
        String donor,
        String donorName,
        String contribution,
        String kind,
        String measure,
        String instrument,
        String amount,
        String exactAmount,
        String currency,
        boolean approximate,
        String valueDate,
        @Nullable String usdAmount,
        @Nullable String ratePerUsd,
        @Nullable String rateSource,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String reverses,
        @Nullable String reversesValueDate,
        @Nullable String reversedBy,
        boolean awaitsConfirmation,
        @Nullable String confirmedBy,
        @Nullable String reversalAskedBy,
        String recordedBy,
        String recordedAt) {

    static EntryJson of(EntryRow row) {
        return new EntryJson(
                row.reference().value(),
                row.donor().value(),
                row.donorName(),
                row.contribution().value(),
                row.kind().name(),
                row.measure().name(),
                row.instrument().name(),
                row.amount().plain(),
                plain(row.exact()),
                row.amount().currency().getCurrencyCode(),
                row.approximate(),
                row.valueDate().toString(),
                row.usd() == null ? null : plain(row.usd()),
                row.perUsd() == null ? null : plain(row.perUsd()),
                row.rateSource(),
                row.source(),
                row.reason(),
                text(row.reverses()),
                row.reversesOn() == null ? null : row.reversesOn().toString(),
                text(row.reversedBy()),
                row.awaitsConfirmation(),
                row.confirmedBy(),
                row.reversalAskedBy(),
                row.recordedBy(),
                row.recordedAt().toString());
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String text(@Nullable Reference reference) {
        return reference == null ? null : reference.value();
    }
}
