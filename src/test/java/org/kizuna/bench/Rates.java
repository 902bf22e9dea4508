package org.kizuna.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kizuna.bench.Journal.Intention;

/** A rate for each currency and month, from some months before the first entry on. */
final class Rates {

    static final int BEFORE = 3;
    static final String SOURCE = "Treasury, average of the month";

    private static final int SCALE = 14;

    private Rates() {}

    /** Units of the currency for a US dollar. */
    static BigDecimal perUsd(int currency, YearMonth month) {
        int swing = Chance.of("rate", currency * 100_000L + month.getYear() * 12L + month.getMonthValue())
                .between(900, 1100);
        return BigDecimal.valueOf((long) Words.HUNDREDTHS.get(currency) * swing, 5)
                .setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** Publishes all of them. */
    static void write(Rows rows, Journal journal, Moments moments) {
        Rows.Table table = rows.table("exchange_rate", "id, version, currency, effective_on, per_usd, source");
        List<Change> changes = new ArrayList<>();
        int id = 0;
        for (int currency = 1; currency < Words.CURRENCIES.size(); currency++) {
            String code = Words.CURRENCIES.get(currency);
            YearMonth month = Organisation.FIRST.minusMonths(BEFORE);
            for (int i = 0; i < Organisation.MONTHS + BEFORE; i++, month = month.plusMonths(1)) {
                BigDecimal rate = perUsd(currency, month);
                table.add(++id, 0, code, month.atDay(1), rate, SOURCE);
                changes.add(Change.insert(
                        "ExchangeRate",
                        id,
                        code + " " + month.atDay(1),
                        0L,
                        Map.of(
                                "currency",
                                code,
                                "effectiveOn",
                                month.atDay(1).toString(),
                                "perUsd",
                                rate.stripTrailingZeros().toPlainString(),
                                "source",
                                SOURCE),
                        List.of()));
            }
        }
        table.flush();
        journal.append(moments, Intention.of("admin", "ADMINISTRATOR", "ExchangeRates.publish"), changes);
    }
}
