package org.kizuna.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of work that nobody waits for; each statement stands for itself. */
final class JobTable {

    private static final String ROW =
            "SELECT id, name, job_key, content, asked_by, asked_at, state, attempts, progress,"
                    + " result, ended_at FROM job ";

    /** Due and waiting, or left by a server of which nothing was heard since. */
    private static final String OPEN =
            "state IN ('WAITING', 'RUNNING') AND ((state = 'WAITING' AND due_at <= ?) OR (state = 'RUNNING' AND"
                    + " heartbeat_at < ?))";

    private static final String MINE = " WHERE id = ? AND claimed_by = ? AND state = 'RUNNING'";

    private final Connection connection;

    JobTable(Connection connection) {
        this.connection = connection;
    }

    /** @return false where it is there already */
    boolean add(
            String name, String key, @Nullable String content, @Nullable String askedBy, Instant askedAt, Instant due)
            throws SQLException {
        return change(
                        "INSERT IGNORE INTO job (name, job_key, content, asked_by, asked_at, due_at, state, attempts,"
                                + " progress) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', 0, 0)",
                        name,
                        key,
                        content,
                        askedBy,
                        column(askedAt),
                        column(due))
                == 1;
    }

    /** Of each kind the one that was asked for first of those that somebody should begin. */
    List<JobRow> open(Instant now, Instant silentSince) throws SQLException {
        return read(
                "WHERE id IN (SELECT MIN(id) FROM job WHERE " + OPEN + " GROUP BY name) ORDER BY id",
                column(now),
                column(silentSince));
    }

    /** @return whether it is this claim's now */
    boolean claim(long id, String claim, Instant now, Instant silentSince) throws SQLException {
        return change(
                        "UPDATE job SET state = 'RUNNING', attempts = attempts + 1, progress = 0, claimed_by = ?,"
                                + " started_at = ?, heartbeat_at = ? WHERE id = ? AND " + OPEN,
                        claim,
                        column(now),
                        column(now),
                        id,
                        column(now),
                        column(silentSince))
                == 1;
    }

    /** Ends what was begun so often that it may be what its servers died of. */
    void abandon(long id, Instant now, Instant silentSince) throws SQLException {
        change(
                "UPDATE job SET state = 'FAILED', result = 'ABANDONED', ended_at = ? WHERE id = ? AND " + OPEN,
                column(now),
                id,
                column(now),
                column(silentSince));
    }

    /** @return whether the claim still holds */
    boolean beat(long id, String claim, Instant now) throws SQLException {
        return change("UPDATE job SET heartbeat_at = ?" + MINE, column(now), id, claim) == 1;
    }

    /** @return whether the claim still holds */
    boolean progress(long id, String claim, int percent, Instant now) throws SQLException {
        return change("UPDATE job SET progress = ?, heartbeat_at = ?" + MINE, percent, column(now), id, claim) == 1;
    }

    /** @return whether the claim held */
    boolean end(long id, String claim, JobState state, @Nullable String result, Instant now) throws SQLException {
        return change(
                        "UPDATE job SET state = ?, progress = 100, result = ?, ended_at = ?" + MINE,
                        state.name(),
                        result,
                        column(now),
                        id,
                        claim)
                == 1;
    }

    /** Takes out what was due of itself and ended before that. */
    void forget(String name, Instant endedBefore) throws SQLException {
        change("DELETE FROM job WHERE name = ? AND asked_by IS NULL AND ended_at < ?", name, column(endedBefore));
    }

    /** Remembers something of an outcome of which nothing is remembered yet. */
    void remember(String name, String key, String result) throws SQLException {
        change(
                "UPDATE job SET result = ? WHERE name = ? AND job_key = ? AND state = 'DONE' AND result IS NULL",
                result,
                name,
                key);
    }

    Optional<JobRow> find(String name, String key) throws SQLException {
        return read("WHERE name = ? AND job_key = ?", name, key).stream().findFirst();
    }

    /** The newest of one content, asked by one person, that has not failed and of whose outcome nothing is remembered. */
    Optional<JobRow> same(String name, String askedBy, String content) throws SQLException {
        return read(
                        "WHERE name = ? AND asked_by = ? AND content = ? AND state <> 'FAILED' AND result IS NULL"
                                + " ORDER BY asked_at DESC, id DESC LIMIT 1",
                        name,
                        askedBy,
                        content)
                .stream()
                .findFirst();
    }

    List<JobRow> newest(String name, int limit) throws SQLException {
        return read("WHERE name = ? ORDER BY asked_at DESC, id DESC LIMIT " + limit, name);
    }

    /** Those that were done before that, and of whose outcome nothing is remembered. */
    List<JobRow> doneBefore(String name, Instant moment) throws SQLException {
        return read(
                "WHERE name = ? AND state = 'DONE' AND result IS NULL AND ended_at < ? ORDER BY ended_at, id",
                name,
                column(moment));
    }

    private int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private List<JobRow> read(String condition, @Nullable Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROW + condition)) {
            set(query, values);
            List<JobRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    private static JobRow row(ResultSet row) throws SQLException {
        LocalDateTime ended = row.getObject(11, LocalDateTime.class);
        return new JobRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                JobState.valueOf(row.getString(7)),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                ended == null ? null : ended.toInstant(ZoneOffset.UTC));
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
