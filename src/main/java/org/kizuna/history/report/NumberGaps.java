package org.kizuna.history.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalScan;
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
        try (PreparedStatement query = connection.prepareStatement("SELECT id, recorded_at FROM journal_change_set"
                + " WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT " + JournalScan.CHANGES)) {
            query.setLong(1, bottom);
            query.setLong(2, top);
            int read = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    Instant at = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                    if (oldest >= 0 && oldest - id > 1) {
                        rows.add(row(connection, id + 1, oldest - 1, at, oldestAt));
                    }
                    oldest = id;
                    oldestAt = at;
                    read++;
                    if (rows.size() >= limit) {
                        return new Findings(rows, Long.toString(id), null);
                    }
                }
            }
            if (read == JournalScan.CHANGES) {
                return new Findings(rows, Long.toString(oldest), oldestAt);
            }
        }
        if (bottom == 0 && oldest > 1) {
            rows.add(row(connection, 1, oldest - 1, null, oldestAt));
        }
        return new Findings(rows, null, null);
    }

    /** What was sealed and lies behind the last change set there is. */
    private static void cutOff(Connection connection, List<List<@Nullable String>> rows) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT MIN(change_set_id), MAX(change_set_id), COUNT(*) FROM journal_leaf WHERE change_set_id >"
                                + " (SELECT COALESCE(MAX(id), 0) FROM journal_change_set)");
                ResultSet row = query.executeQuery()) {
            if (row.next() && row.getLong(3) > 0) {
                rows.add(cells(row.getLong(1), row.getLong(2), "sealedAndGone", null, null));
            }
        }
    }

    private static List<@Nullable String> row(
            Connection connection, long first, long last, @Nullable Instant before, @Nullable Instant after)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM journal_leaf WHERE change_set_id BETWEEN ? AND ? LIMIT 1")) {
            query.setLong(1, first);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                return cells(first, last, row.next() ? "sealedAndGone" : "neverSealed", before, after);
            }
        }
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
}
