package org.kizuna.history.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryScope;
import org.kizuna.shared.RecordRef;

/** The table of the dossiers that are made in the background; each statement stands for itself. */
final class DossierJobTable {

    private static final String ROW =
            "SELECT id, asked_by, asked_at, record_kind, record_id, part, name, from_on, to_on,"
                    + " known_on, standing_on, head, tree_size, status, percent, finished_at FROM dossier_job ";

    /** One question, asked by one person; the same as null where nothing is given. */
    private static final String SAME = "WHERE asked_by = ? AND record_kind <=> ? AND record_id <=> ? AND part = ?"
            + " AND name <=> ? AND from_on <=> ? AND to_on <=> ? AND known_on <=> ? AND standing_on <=> ?"
            + " AND head <=> ? AND tree_size = ? AND status NOT IN ('FAILED', 'EXPIRED') ORDER BY asked_at DESC LIMIT 1";

    private final Connection connection;

    DossierJobTable(Connection connection) {
        this.connection = connection;
    }

    Optional<DossierJob> same(DossierQuestion question, long size, String askedBy) throws SQLException {
        return read(SAME, values(question, size, askedBy)).stream().findFirst();
    }

    Optional<DossierJob> find(String id) throws SQLException {
        return read("WHERE id = ?", parameters(id)).stream().findFirst();
    }

    List<DossierJob> newest(int limit) throws SQLException {
        return read("ORDER BY asked_at DESC, id LIMIT " + limit, List.of());
    }

    void add(String id, DossierQuestion question, long size, String askedBy, Instant now) throws SQLException {
        List<@Nullable Object> values = values(question, size, askedBy);
        values.add(id);
        values.add(column(now));
        change(
                "INSERT INTO dossier_job (asked_by, record_kind, record_id, part, name, from_on, to_on, known_on,"
                        + " standing_on, head, tree_size, id, asked_at, status, percent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0)",
                values);
    }

    /** The oldest that waits, or that was left by a worker which has not been heard of since. */
    Optional<DossierJob> open(Instant silentSince) throws SQLException {
        return read(
                        "WHERE status = 'WAITING' OR (status = 'RUNNING' AND beat_at < ?) ORDER BY asked_at, id LIMIT 1",
                        parameters(column(silentSince)))
                .stream()
                .findFirst();
    }

    /** @return whether it is this worker's now */
    boolean claim(String id, String worker, Instant silentSince, Instant now) throws SQLException {
        return change(
                        "UPDATE dossier_job SET status = 'RUNNING', percent = 0, worker = ?, beat_at = ? WHERE id = ?"
                                + " AND (status = 'WAITING' OR (status = 'RUNNING' AND beat_at < ?))",
                        parameters(worker, column(now), id, column(silentSince)))
                == 1;
    }

    void beat(String id, String worker, int percent, Instant now) throws SQLException {
        change(
                "UPDATE dossier_job SET percent = ?, beat_at = ? WHERE id = ? AND worker = ? AND status = 'RUNNING'",
                parameters(percent, column(now), id, worker));
    }

    void end(String id, String worker, DossierJobStatus status, Instant now) throws SQLException {
        change(
                "UPDATE dossier_job SET status = ?, percent = 100, finished_at = ? WHERE id = ? AND worker = ?"
                        + " AND status = 'RUNNING'",
                parameters(status.name(), column(now), id, worker));
    }

    /** Those that were ready before that. */
    List<DossierJob> readyBefore(Instant moment) throws SQLException {
        return read("WHERE status = 'READY' AND finished_at < ? ORDER BY finished_at", parameters(column(moment)));
    }

    void expire(String id) throws SQLException {
        change("UPDATE dossier_job SET status = 'EXPIRED' WHERE id = ? AND status = 'READY'", parameters(id));
    }

    private static List<@Nullable Object> parameters(Object... values) {
        return new ArrayList<>(List.of(values));
    }

    private static List<@Nullable Object> values(DossierQuestion question, long size, String askedBy) {
        HistoryScope scope = question.scope();
        RecordRef record = scope.cooperation();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(askedBy);
        values.add(record == null ? null : record.kind());
        values.add(record == null ? null : record.id());
        values.add(question.part().name());
        values.add(question.name());
        values.add(scope.from());
        values.add(scope.to());
        values.add(question.knownOn());
        values.add(question.standingOn());
        values.add(question.head());
        values.add(size);
        return values;
    }

    private int change(String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private List<DossierJob> read(String condition, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROW + condition)) {
            set(query, values);
            List<DossierJob> jobs = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        }
    }

    private static void set(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static DossierJob job(ResultSet row) throws SQLException {
        String kind = row.getString(4);
        LocalDateTime finished = row.getObject(16, LocalDateTime.class);
        return new DossierJob(
                row.getString(1),
                new DossierQuestion(
                        new HistoryScope(
                                kind == null ? null : new RecordRef(kind, row.getLong(5)), day(row, 8), day(row, 9)),
                        DossierQuestion.Part.valueOf(row.getString(6)),
                        row.getString(7),
                        day(row, 10),
                        day(row, 11),
                        row.getObject(12, Long.class)),
                row.getLong(13),
                row.getString(2),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                DossierJobStatus.valueOf(row.getString(14)),
                row.getInt(15),
                finished == null ? null : finished.toInstant(ZoneOffset.UTC));
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
