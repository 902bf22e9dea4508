package org.kizuna.contribution;

import java.util.Locale;

/** The cells of {@code ledger_known_sum}: entries by the months they were recorded in and are valued in. */
final class KnownCells {

    static final String KEYS = "recorded_month, value_month, currency";

    /** What a cell says of its entries. */
    static final String FIGURES = "pledged, committed, received, entries";

    private KnownCells() {}

    /**
     * SQL of the cells as they should be.
     *
     * @param condition on {@code ledger_entry e}
     */
    static String sums(String condition) {
        return "SELECT EXTRACT(YEAR_MONTH FROM e.recorded_at) AS recorded_month,"
                + " EXTRACT(YEAR_MONTH FROM e.value_date) AS value_month, e.currency, " + sum(Measure.PLEDGED) + ", "
                + sum(Measure.COMMITTED) + ", " + sum(Measure.RECEIVED) + ", COUNT(*) AS entries FROM ledger_entry e"
                + " WHERE " + condition + " GROUP BY recorded_month, value_month, e.currency";
    }

    private static String sum(Measure measure) {
        return "SUM(CASE WHEN e.measure = '" + measure + "' THEN e.exact_amount ELSE 0 END) AS "
                + measure.name().toLowerCase(Locale.ROOT);
    }

    /** SQL that puts sums in the cells, or adds them to what is there. */
    static String add(String condition) {
        return "INSERT INTO ledger_known_sum (" + KEYS + ", " + FIGURES + ") SELECT s.* FROM (" + sums(condition)
                + ") s ON DUPLICATE KEY UPDATE pledged = ledger_known_sum.pledged + VALUES(pledged),"
                + " committed = ledger_known_sum.committed + VALUES(committed),"
                + " received = ledger_known_sum.received + VALUES(received),"
                + " entries = ledger_known_sum.entries + VALUES(entries)";
    }
}
