package org.kizuna.exchange.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.StatementRow;
import org.kizuna.shared.Reference;

/**
 * A row of a file as REST gives it.
 *
 * @param line of the file on which it begins, counted from 1
 * @param partner the partner it belongs to; null where one will be registered
 * @param enteredBefore whether it is passed over since its figure was entered from another file
 */
public record ImportRowJson(
        long line,
        String year,
        String donor,
        String category,
        String revenueType,
        String amount,
        @Nullable String partner,
        boolean enteredBefore,
        List<PreviewJson.FindingJson> findings) {

    static ImportRowJson of(StatementRow row, Locale language) {
        Reference partner = row.partner();
        return new ImportRowJson(
                row.line(),
                row.yearText(),
                row.donor(),
                row.category(),
                row.revenueType(),
                row.amountText(),
                partner == null ? null : partner.value(),
                row.enteredBefore(),
                row.findings().stream()
                        .map(finding -> PreviewJson.FindingJson.of(finding, language))
                        .toList());
    }
}
