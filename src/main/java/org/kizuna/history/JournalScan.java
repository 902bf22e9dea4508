package org.kizuna.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/**
 * Looks through the journal from its end for rows that meet a {@link JournalFilter}. One call looks through one
 * stretch of at most {@value #CHANGES} changes and says where the next one begins, so that each call is short however
 * long the journal and however rare the rows.
 */
public final class JournalScan {

    /** The longest stretch, in changes and notes. */
    public static final int CHANGES = 200_000;

    private static final int SETS = 50_000;

    /** How far a number's time may be out of the numbers' order: two servers' clocks. */
    private static final int HOURS_OUT_OF_ORDER = 1;

    private final Connection connection;

    public JournalScan(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param after where the call before this one ended, or null to begin
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    public Found find(JournalFilter filter, @Nullable String after, int limit) throws SQLException {
        JournalPlace place = after == null ? null : JournalPlace.decoded(after);
        long top = place == null ? newest(filter.to()) : place.changeSet();
        long bottom = oldest(filter.from());
        long floor = filter.isByRecord() ? bottom : floor(filter, bottom, top, limit + 1);
        if (floor < 0) {
            return new Found(List.of(), null, null);
        }
        List<JournalEntry> rows = rows(filter, floor, top, place, limit + 1);
        if (rows.size() > limit) {
            JournalEntry last = rows.get(limit - 1);
            return new Found(
                    List.copyOf(rows.subList(0, limit)),
                    new JournalPlace(last.changeSet(), last.position()).encoded(),
                    null);
        }
        return !filter.isByRecord() && isAny(filter, bottom, floor - 1)
                ? new Found(rows, new JournalPlace(floor, 0).encoded(), rows.size() < limit ? recordedAt(floor) : null)
                : new Found(rows, null, null);
    }

    private List<JournalEntry> rows(
            JournalFilter filter, long floor, long top, @Nullable JournalPlace before, int limit) throws SQLException {
        String id = filter.isByRecord() ? "c.change_set_id" : "s.id";
        List<Object> parameters = new ArrayList<>(List.of(floor, top));
        parameters.addAll(filter.parameters());
        String rest = "";
        if (before != null) {
            rest = " AND (" + id + " < ? OR COALESCE(c.position, 0) < ?)";
            parameters.addAll(List.of(before.changeSet(), before.position()));
        }
        parameters.add(limit);
        return new JournalReader(connection)
                .read(
                        "SELECT " + JournalReader.COLUMNS + " FROM " + filter.tables() + " WHERE " + id
                                + " BETWEEN ? AND ?" + filter.conditions() + rest + " ORDER BY " + id
                                + " DESC, c.position DESC LIMIT ?",
                        parameters);
    }

    /** The changes at these places, in the places' order. */
    public List<JournalEntry> at(List<JournalPlace> places) throws SQLException {
        if (places.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>();
        places.forEach(place -> parameters.addAll(List.of(place.changeSet(), place.position())));
        List<JournalEntry> found = new JournalReader(connection)
                .read(
                        "SELECT " + JournalReader.COLUMNS + " FROM journal_change c JOIN journal_change_set s"
                                + " ON s.id = c.change_set_id WHERE (c.change_set_id, c.position) IN ("
                                + Sql.marks(places.size(), "(?,?)") + ")",
                        parameters);
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(
                        entry -> places.indexOf(new JournalPlace(entry.changeSet(), entry.position()))))
                .toList();
    }

    /** The lowest number of the stretch that ends with a number; -1 when nothing is left to look through. */
    private long floor(JournalFilter filter, long bottom, long top, int enough) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(bottom, top));
        parameters.addAll(filter.setParameters());
        // where each change set has a row that is looked for, no more of them need be sorted than are asked for
        parameters.addAll(List.of(filter.isSelective() ? SETS : enough, CHANGES));
        return number(
                "SELECT MIN(id) FROM (SELECT id, SUM(change_count + 1) OVER (ORDER BY id DESC) AS seen FROM (SELECT s.id,"
                        + " s.change_count FROM journal_change_set s" + filter.setIndex()
                        + " WHERE s.id BETWEEN ? AND ?" + filter.setConditions()
                        + " ORDER BY s.id DESC LIMIT ?) newest) counted WHERE seen <= ?",
                parameters);
    }

    private boolean isAny(JournalFilter filter, long bottom, long top) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(bottom, top));
        parameters.addAll(filter.setParameters());
        return number(
                        "SELECT s.id FROM journal_change_set s" + filter.setIndex() + " WHERE s.id BETWEEN ? AND ?"
                                + filter.setConditions() + " ORDER BY s.id DESC LIMIT 1",
                        parameters)
                >= 0;
    }

    /** No change set recorded until the end of the day has a higher number; -1 when there is none. */
    public long newest(@Nullable LocalDate day) throws SQLException {
        LocalDateTime end = JournalReader.end(day);
        return end == null
                ? number("SELECT MAX(id) FROM journal_change_set", List.of())
                : number(
                        "SELECT id FROM journal_change_set WHERE recorded_at < ? ORDER BY recorded_at DESC, id DESC LIMIT 1",
                        List.of(end.plusHours(HOURS_OUT_OF_ORDER)));
    }

    /** No change set recorded from the beginning of the day on has a lower number. */
    public long oldest(@Nullable LocalDate day) throws SQLException {
        LocalDateTime start = JournalReader.start(day);
        if (start == null) {
            return 0;
        }
        long found = number(
                "SELECT id FROM journal_change_set WHERE recorded_at >= ? ORDER BY recorded_at, id LIMIT 1",
                List.of(start.minusHours(HOURS_OUT_OF_ORDER)));
        return found < 0 ? Long.MAX_VALUE : found;
    }

    private @Nullable Instant recordedAt(long changeSet) throws SQLException {
        return Sql.on(connection, "SELECT recorded_at FROM journal_change_set WHERE id = ?", changeSet)
                .first(row -> Sql.moment(row, 1))
                .orElse(null);
    }

    private long number(String sql, List<?> parameters) throws SQLException {
        return Sql.on(connection, sql, parameters)
                .first(row -> row.getObject(1) == null ? -1 : row.getLong(1))
                .orElse(-1L);
    }

    /**
     * @param next where to look on, or null at the beginning of the journal or of the period
     * @param searchedTo time of the oldest change set looked at, where the stretch ended before the rows were enough
     */
    public record Found(
            List<JournalEntry> entries,
            @Nullable String next,
            @Nullable Instant searchedTo) {}
}
