package org.kizuna.figure;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.ledger.Measure;

/**
 * Money as it stood and was known, from the cells of {@code ledger_known_sum}, which are of whole months, and the
 * entries beside them: of the month that the day or the moment ends within, those that are not in the cells yet, and
 * those that were made by then and committed later.
 */
final class PositionAsOf {

    /** SQL: how often the entry {@code e} is in the journal by the moment {@code :known}. */
    static final String JOURNALED = journaled(LedgerFeature.ENTRY, "e.id");

    /** SQL: the same of the confirmation {@code kf}. */
    static final String CONFIRMATION_JOURNALED = journaled(LedgerFeature.CONFIRMATION, "kf.id");

    /** SQL of what says, beside an entry {@code e}, whether it is confirmed. */
    static final String STATES = " LEFT JOIN ledger_unsettled un ON un.entry_id = e.id"
            + " LEFT JOIN ledger_confirmation kf ON kf.entry_id = e.id";

    /**
     * An entry gets its moment when it is made, and is in the journal when it is committed; no transaction takes as
     * long as this.
     */
    static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private static final String CELLS = "SELECT k.currency, SUM(k.pledged) AS pledged, SUM(k.committed) AS committed,"
            + " SUM(k.received) AS received, SUM(k.unconfirmed) AS unconfirmed, SUM(k.entries) AS entries FROM ledger_known_sum k"
            + " WHERE k.recorded_month < :knownMonth AND k.value_month < :dayMonth GROUP BY k.currency";

    private static final String SQL =
            "SELECT CASE WHEN n.stale THEN 1 ELSE 0 END, t.currency, t.pledged, t.committed, t.received, t.unconfirmed"
                    + " FROM ledger_known_sum_state n LEFT JOIN (SELECT f.currency, SUM(f.pledged) AS pledged,"
                    + " SUM(f.committed) AS committed, SUM(f.received) AS received, SUM(f.unconfirmed) AS unconfirmed FROM ("
                    + CELLS
                    + entries(
                            1,
                            "ledger_entry e",
                            "e.recorded_at BETWEEN :knownStart AND :known AND e.value_date <= :day")
                    + entries(
                            1,
                            "ledger_entry e",
                            "e.value_date BETWEEN :dayStart AND :day AND e.recorded_at < :knownStart")
                    + entries(
                            1,
                            "ledger_unsummed u STRAIGHT_JOIN ledger_entry e ON e.id = u.entry_id",
                            "e.recorded_at < :knownStart AND e.value_date < :dayStart")
                    + entries(
                            -1,
                            "ledger_entry e",
                            "e.recorded_at > :settled AND e.recorded_at <= :known AND e.value_date <= :day AND "
                                    + JOURNALED + " = 0")
                    + moves(1, "", "kf.confirmed_at BETWEEN :knownStart AND :known AND e.value_date <= :day")
                    + moves(1, "", "e.value_date BETWEEN :dayStart AND :day AND kf.confirmed_at < :knownStart")
                    + moves(
                            1,
                            " JOIN ledger_unmoved um ON um.entry_id = e.id",
                            "kf.confirmed_at < :knownStart AND e.value_date < :dayStart")
                    + moves(
                            -1,
                            "",
                            "kf.confirmed_at > :settled AND kf.confirmed_at <= :known AND e.value_date <= :day AND "
                                    + CONFIRMATION_JOURNALED + " = 0")
                    + ") f GROUP BY f.currency HAVING SUM(f.entries) > 0) t ON n.stale = 0 ORDER BY t.currency";

    private final EntityManager entities;

    PositionAsOf(EntityManager entities) {
        this.entities = entities;
    }

    /** Each currency by itself; nothing where only the entries can tell. */
    Optional<List<PortfolioQueries.Money>> totals(AsOf asOf) {
        // months that are over at the end of the day, and at the moment
        YearMonth dayMonth = YearMonth.from(asOf.standingOn().plusDays(1));
        LocalDateTime known = column(asOf.knownAt());
        YearMonth knownMonth = YearMonth.from(known.plusNanos(1000));
        List<Object[]> rows = PortfolioQueries.rows(entities.createNativeQuery(SQL)
                .setParameter("knownMonth", number(knownMonth))
                .setParameter("knownStart", knownMonth.atDay(1).atStartOfDay())
                .setParameter("dayMonth", number(dayMonth))
                .setParameter("dayStart", dayMonth.atDay(1))
                .setParameter("day", asOf.standingOn())
                .setParameter("known", known)
                .setParameter("settled", known.minus(LONGEST_TRANSACTION)));
        return ((Number) rows.get(0)[0]).intValue() == 1
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .filter(row -> row[1] != null)
                        .map(row -> new PortfolioQueries.Money(
                                null,
                                null,
                                (String) row[1],
                                (BigDecimal) row[2],
                                (BigDecimal) row[3],
                                (BigDecimal) row[4],
                                (BigDecimal) row[5]))
                        .toList());
    }

    static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** As they were entered: money not confirmed, unless it pays back. */
    private static String entries(int sign, String tables, String condition) {
        String unconfirmed = "(un.entry_id IS NOT NULL OR kf.id IS NOT NULL)";
        return " UNION ALL SELECT e.currency, " + measure(sign, Measure.PLEDGED, "") + ", "
                + measure(sign, Measure.COMMITTED, "") + ", "
                + measure(sign, Measure.RECEIVED, " AND NOT " + unconfirmed)
                + ", " + measure(sign, Measure.RECEIVED, " AND " + unconfirmed) + ", " + sign + " FROM " + tables
                + STATES
                + " WHERE " + condition;
    }

    /** What confirmations move. */
    private static String moves(int sign, String tables, String condition) {
        return " UNION ALL SELECT e.currency, 0, 0, " + sign + " * e.exact_amount, " + -sign + " * e.exact_amount, 0"
                + " FROM ledger_confirmation kf JOIN ledger_entry e ON e.id = kf.entry_id" + tables + " WHERE "
                + condition;
    }

    private static String measure(int sign, Measure measure, String and) {
        return "CASE WHEN e.measure = '" + measure + "'" + and + " THEN " + sign + " * e.exact_amount ELSE 0 END";
    }

    private static String journaled(String kind, String id) {
        // counted for its value: else some databases look for every entry in the journal before the first is read
        return "(SELECT COUNT(*) FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                + " WHERE " + Vocabulary.today().isKind("c.entity", kind) + " AND c.entity_id = " + id
                + " AND s.recorded_at <= :known)";
    }

    private static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
