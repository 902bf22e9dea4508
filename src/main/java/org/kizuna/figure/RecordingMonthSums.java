package org.kizuna.figure;

import org.kizuna.ledger.Measure;

/**
 * The cells of {@code ledger_known_sum}: entries by the months they were recorded in and are valued in. Money comes into
 * the cell of the month it was entered in as not confirmed, and is moved in the cell of the month it was confirmed in: so
 * what was not confirmed at a moment counts as not confirmed then.
 */
final class RecordingMonthSums {

    static final String KEYS = "recorded_month, value_month, currency";

    /** What a cell says of its entries. */
    static final String FIGURES = "pledged, committed, received, unconfirmed, entries";

    /** SQL condition on the confirmed entry {@code e}: its confirmation is in the sums that are kept. */
    static final String MOVED = "NOT EXISTS (SELECT 1 FROM ledger_unmoved m WHERE m.entry_id = e.id)";

    static final String NONE = "1 = 0";

    /** SQL condition: as it was entered, the money was not confirmed, or it takes back what never was. */
    private static final String UNCONFIRMED = "(un.entry_id IS NOT NULL OR kf.id IS NOT NULL)";

    private RecordingMonthSums() {}

    /**
     * SQL of the cells as they should be.
     *
     * @param entries condition on the {@code ledger_entry e} that are entered
     * @param confirmed condition on those that are confirmed
     */
    static String sums(String entries, String confirmed) {
        return "SELECT t.recorded_month, t.value_month, t.currency, SUM(t.pledged) AS pledged, SUM(t.committed) AS"
                + " committed, SUM(t.received) AS received, SUM(t.unconfirmed) AS unconfirmed, SUM(t.entries) AS entries"
                + " FROM (SELECT " + months("e.recorded_at") + sum(Measure.PLEDGED, "", "pledged")
                + sum(Measure.COMMITTED, "", "committed")
                + sum(Measure.RECEIVED, " AND NOT " + UNCONFIRMED, "received")
                + sum(Measure.RECEIVED, " AND " + UNCONFIRMED, "unconfirmed")
                + ", 1 AS entries FROM ledger_entry e LEFT JOIN ledger_unsettled un ON un.entry_id = e.id"
                + " LEFT JOIN ledger_confirmation kf ON kf.entry_id = e.id WHERE " + entries + " UNION ALL SELECT "
                + months("k.confirmed_at")
                + ", 0, 0, e.exact_amount, -e.exact_amount, 0 FROM ledger_confirmation k JOIN"
                + " ledger_entry e ON e.id = k.entry_id WHERE " + confirmed
                + ") t GROUP BY t.recorded_month, t.value_month, t.currency";
    }

    private static String months(String known) {
        return "EXTRACT(YEAR_MONTH FROM " + known + ") AS recorded_month, EXTRACT(YEAR_MONTH FROM e.value_date) AS"
                + " value_month, e.currency";
    }

    private static String sum(Measure measure, String and, String name) {
        return ", CASE WHEN e.measure = '" + measure + "'" + and + " THEN e.exact_amount ELSE 0 END AS " + name;
    }

    /** SQL that puts sums in the cells, or adds them to what is there. */
    static String add(String entries, String confirmed) {
        return "INSERT INTO ledger_known_sum (" + KEYS + ", " + FIGURES + ") SELECT s.* FROM ("
                + sums(entries, confirmed)
                + ") s ON DUPLICATE KEY UPDATE pledged = ledger_known_sum.pledged + VALUES(pledged),"
                + " committed = ledger_known_sum.committed + VALUES(committed),"
                + " received = ledger_known_sum.received + VALUES(received),"
                + " unconfirmed = ledger_known_sum.unconfirmed + VALUES(unconfirmed),"
                + " entries = ledger_known_sum.entries + VALUES(entries)";
    }
}
