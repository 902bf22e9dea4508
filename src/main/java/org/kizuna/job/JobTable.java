package org.kizuna.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

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
                        askedAt,
                        due)
                == 1;
    }

    /** Of each kind the one that was asked for first of those that somebody should begin. */
    List<JobRow> open(Instant now, Instant silentSince) throws SQLException {
        return read(
                "WHERE id IN (SELECT MIN(id) FROM job WHERE " + OPEN + " GROUP BY name) ORDER BY id", now, silentSince);
    }

    /** @return whether it is this claim's now */
    boolean claim(long id, String claim, Instant now, Instant silentSince) throws SQLException {
        return change(
                        "UPDATE job SET state = 'RUNNING', attempts = attempts + 1, progress = 0, claimed_by = ?,"
                                + " started_at = ?, heartbeat_at = ? WHERE id = ? AND " + OPEN,
                        claim,
                        now,
                        now,
                        id,
                        now,
                        silentSince)
                == 1;
    }

    /** Ends what was begun so often that it may be what its servers died of. */
    void abandon(long id, Instant now, Instant silentSince) throws SQLException {
        change(
                "UPDATE job SET state = 'FAILED', result = 'ABANDONED', ended_at = ? WHERE id = ? AND " + OPEN,
                now,
                id,
                now,
                silentSince);
    }

    /** @return whether the claim still holds */
    boolean beat(long id, String claim, Instant now) throws SQLException {
        return change("UPDATE job SET heartbeat_at = ?" + MINE, now, id, claim) == 1;
    }

    /** @return whether the claim still holds */
    boolean progress(long id, String claim, int percent, Instant now) throws SQLException {
        return change("UPDATE job SET progress = ?, heartbeat_at = ?" + MINE, percent, now, id, claim) == 1;
    }

    /** @return whether the claim held */
    boolean end(long id, String claim, JobState state, @Nullable String result, Instant now) throws SQLException {
        return change(
                        "UPDATE job SET state = ?, progress = 100, result = ?, ended_at = ?" + MINE,
                        state.name(),
                        result,
                        now,
                        id,
                        claim)
                == 1;
    }

    /** Takes out what was due of itself and ended before that. */
    void forget(String name, Instant endedBefore) throws SQLException {
        change("DELETE FROM job WHERE name = ? AND asked_by IS NULL AND ended_at < ?", name, endedBefore);
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
                moment);
    }

    private int change(String sql, @Nullable Object... values) throws SQLException {
        return Sql.on(connection, sql, values).update();
    }

    private List<JobRow> read(String condition, @Nullable Object... values) throws SQLException {
        return Sql.on(connection, ROW + condition, values).list(JobTable::row);
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Sql.moment(row, 6),
                JobState.valueOf(row.getString(7)),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                Sql.momentOrNull(row, 11));
    }
}
