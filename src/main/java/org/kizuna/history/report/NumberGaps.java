package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalScan;
import org.kizuna.shared.Sql;
import org.kizuna.shared.paging.InvalidCursor;

/**
 * Numbers of change sets that are missing. A number that was drawn and rolled back leaves a gap of the harmless kind;
 * a number that was sealed and is gone cannot be harmless.
 */
@ApplicationScoped
class NumberGaps implements AuditReport {

    @Override
    public String name() {
        return "number-gaps";
    }

    @Override
    public List<String> columns() {
        return List.of("firstMissing", "lastMissing", "missing", "finding", "recordedBefore", "recordedAfter");
    }

    @Override
    public Findings read(Connection connection, AuditQuestion question, @Nullable String after, int limit)
            throws SQLException {
        JournalScan journal = new JournalScan(connection);
        long top = after == null ? journal.newest(question.to()) : number(after);
        long bottom = journal.oldest(question.from());
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (after == null && question.to() == null) {
            cutOff(connection, rows);
        }
        long oldest = -1;
        Instant oldestAt = null;
        List<Numbered> numbered = Sql.on(
                        connection,
                        "SELECT id, recorded_at FROM journal_change_set WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT "
                                + JournalScan.CHANGES,
                        bottom,
                        top)
                .list(row -> new Numbered(row.getLong(1), Sql.moment(row, 2)));
        for (Numbered set : numbered) {
            if (oldest >= 0 && oldest - set.id() > 1) {
                rows.add(row(connection, set.id() + 1, oldest - 1, set.at(), oldestAt));
            }
            oldest = set.id();
            oldestAt = set.at();
            if (rows.size() >= limit) {
                return new Findings(rows, Long.toString(oldest), null);
            }
        }
        if (numbered.size() == JournalScan.CHANGES) {
            return new Findings(rows, Long.toString(oldest), oldestAt);
        }
        if (bottom == 0 && oldest > 1) {
            rows.add(row(connection, 1, oldest - 1, null, oldestAt));
        }
        return new Findings(rows, null, null);
    }

    /** What was sealed and lies behind the last change set there is. */
    private static void cutOff(Connection connection, List<List<@Nullable String>> rows) throws SQLException {
        Sql.on(
                        connection,
                        "SELECT MIN(change_set_id), MAX(change_set_id), COUNT(*) FROM journal_leaf WHERE change_set_id >"
                                + " (SELECT COALESCE(MAX(id), 0) FROM journal_change_set)")
                .each(row -> {
                    if (row.getLong(3) > 0) {
                        rows.add(cells(row.getLong(1), row.getLong(2), "sealedAndGone", null, null));
                    }
                });
    }

    private static List<@Nullable String> row(
            Connection connection, long first, long last, @Nullable Instant before, @Nullable Instant after)
            throws SQLException {
        boolean sealed = Sql.on(
                        connection,
                        "SELECT 1 FROM journal_leaf WHERE change_set_id BETWEEN ? AND ? LIMIT 1",
                        first,
                        last)
                .isAny();
        return cells(first, last, sealed ? "sealedAndGone" : "neverSealed", before, after);
    }

    private static List<@Nullable String> cells(
            long first, long last, String finding, @Nullable Instant before, @Nullable Instant after) {
        return Arrays.asList(
                Long.toString(first),
                Long.toString(last),
                Long.toString(last - first + 1),
                finding,
                before == null ? null : before.toString(),
                after == null ? null : after.toString());
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new InvalidCursor();
        }
    }

    /** Number of a change set, and when it says that it was recorded. */
    private record Numbered(long id, Instant at) {}
}
