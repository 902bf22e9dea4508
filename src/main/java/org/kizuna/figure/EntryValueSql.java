package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.Measure;
import org.kizuna.rate.Conversion;

/**
 * SQL of what ledger entries are worth in a reporting currency, a row for each entry: {@code instrument},
 * {@code donor_id}, {@code value_year}, the three measures, {@code unconfirmed}, {@code entries} (one) and
 * {@code not_convertible} (one where no rate is known). An entry in the reporting currency counts with its own figure;
 * any other with its worth in US dollars, frozen when it was posted, at the reporting currency's rate of its value date; a
 * reversal at that of the entry it takes back. Received is what is confirmed; what is not stands in {@code unconfirmed}.
 * Into the cells that are kept an entry comes as it was entered, not confirmed, and its confirmation moves it.
 */
public final class EntryValueSql {

    /** SQL condition on {@code ledger_entry e}: it is in the sums that are kept. */
    static final String SUMMED = "NOT EXISTS (SELECT 1 FROM ledger_unsummed u WHERE u.entry_id = e.id)";

    /** SQL condition: money that arrived and is not confirmed now. */
    private static final String NOW = "(un.entry_id IS NOT NULL)";

    /** SQL condition: the same, or its confirmation is not in the sums that are kept. */
    private static final String NOT_MOVED = "(un.entry_id IS NOT NULL OR um.entry_id IS NOT NULL)";

    private static final String STATES = " LEFT JOIN ledger_unsettled un ON un.entry_id = e.id"
            + " LEFT JOIN ledger_unmoved um ON um.entry_id = e.id";

    private static final String REVERSED = " LEFT JOIN ledger_entry o ON o.id = e.reverses_id";

    private final String code;
    private final boolean usd;

    private EntryValueSql(Currency currency) {
        this.code = currency.getCurrencyCode();
        this.usd = currency.equals(Conversion.USD);
    }

    public static EntryValueSql of(Currency currency) {
        return new EntryValueSql(currency);
    }

    /** SQL condition: one instrument or, if null, any; each by its name, so that an index finds its cells. */
    public static String ofInstruments(@Nullable Instrument only) {
        return Stream.of(only == null ? Instrument.values() : new Instrument[] {only})
                .map(one -> "'" + one + "'")
                .collect(Collectors.joining(",", "instrument IN (", ")"));
    }

    /**
     * Of many entries: each day's rate is asked once and not for each entry.
     *
     * @param condition on {@code ledger_entry e}
     */
    public String where(String condition) {
        return onDaysOf("1 = 1", condition, NOW);
    }

    private String onDaysOf(String entries, String condition, String unconfirmed) {
        String days = "SELECT value_date AS day FROM ledger_entry e WHERE " + entries
                + " UNION SELECT o.value_date FROM ledger_entry e JOIN ledger_entry o ON o.id = e.reverses_id WHERE "
                + entries;
        String rate = REVERSED + " LEFT JOIN (SELECT v.day, MAX(y.effective_on) AS effective FROM (" + days
                + ") v JOIN exchange_rate y ON y.currency = '" + code
                + "' AND y.effective_on <= v.day GROUP BY v.day) r ON r.day = COALESCE(o.value_date, e.value_date)";
        return select("ledger_entry e" + (usd ? "" : rate + rates("r.effective")), condition, unconfirmed);
    }

    /**
     * Of the entries of some days, found by their days.
     *
     * @param days SQL: two literals with AND between them
     * @param condition on {@code ledger_entry e}
     */
    public String between(String days, String condition) {
        String between = "e.value_date BETWEEN " + days;
        return onDaysOf(between, between + " AND " + condition, NOW);
    }

    /** Of those that are in the cells of {@code ledger_sum}, as they are in them. */
    String ofSummedEntries() {
        return onDaysOf("1 = 1", SUMMED, NOT_MOVED);
    }

    /** Of those that are not yet in the cells of {@code ledger_sum}. */
    public String ofUnsummedEntries(String condition) {
        return select(few("ledger_unsummed u STRAIGHT_JOIN ledger_entry e ON e.id = u.entry_id"), condition, NOT_MOVED);
    }

    /**
     * All together: cells of {@code ledger_sum}, and the entries that are not yet in them.
     *
     * @param cells condition on {@code ledger_sum}
     * @param instrument SQL of what an entry's {@code instrument} is to be
     * @param entries condition on {@code ledger_entry e} that takes in what the cells take in
     */
    public String summed(String cells, String instrument, String entries) {
        return "SELECT instrument, donor_id, value_year, " + SumCells.FIGURES + " FROM ledger_sum WHERE currency = '"
                + code + "' AND " + cells + " UNION ALL SELECT " + instrument + ", n.donor_id, n.value_year, n.pledged,"
                + " n.committed, n.received, n.unconfirmed, n.entries, n.not_convertible FROM ("
                + ofUnsummedEntries(entries) + " UNION ALL " + ofMoves(entries) + ") n";
    }

    /** What confirmations move that are not in the cells of {@code ledger_sum} yet. */
    public String ofMoves(String condition) {
        return "SELECT e.instrument, e.donor_id, e.value_year, 0 AS pledged, 0 AS committed, COALESCE(" + value()
                + ", 0) AS received, -COALESCE(" + value()
                + ", 0) AS unconfirmed, 0 AS entries, 0 AS not_convertible FROM "
                + few("ledger_unmoved m STRAIGHT_JOIN ledger_entry e ON e.id = m.entry_id") + " WHERE " + condition;
    }

    /** @param ids with commas between them */
    String ofEntries(String ids) {
        return onDaysOf("e.id IN (" + ids + ")", "e.id IN (" + ids + ")", NOT_MOVED);
    }

    private String few(String tables) {
        String day = "(SELECT MAX(y.effective_on) FROM exchange_rate y WHERE y.currency = '" + code
                + "' AND y.effective_on <= COALESCE(o.value_date, e.value_date))";
        return tables + (usd ? "" : REVERSED + rates(day));
    }

    private String rates(String day) {
        return " LEFT JOIN exchange_rate x ON x.currency = '" + code + "' AND x.effective_on = " + day;
    }

    private String select(String tables, String condition, String unconfirmed) {
        return "SELECT e.instrument, e.donor_id, e.value_year, " + measure(Measure.PLEDGED, "", "pledged") + ", "
                + measure(Measure.COMMITTED, "", "committed") + ", "
                + measure(Measure.RECEIVED, " AND NOT " + unconfirmed, "received") + ", "
                + measure(Measure.RECEIVED, " AND " + unconfirmed, "unconfirmed")
                + ", 1 AS entries, CASE WHEN " + value() + " IS NULL THEN 1 ELSE 0 END AS not_convertible FROM "
                + tables + STATES + " WHERE " + condition;
    }

    private String measure(Measure measure, String and, String name) {
        return "CASE WHEN e.measure = '" + measure + "'" + and + " THEN COALESCE(" + value() + ", 0) ELSE 0 END AS "
                + name;
    }

    private String value() {
        return usd
                ? "e.usd_amount"
                : "CASE WHEN e.currency = '" + code + "' THEN e.exact_amount ELSE e.usd_amount * x.per_usd END";
    }
}
