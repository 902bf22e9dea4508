package org.kizuna.history.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Keeps what the looks of the register at itself found. Each writing is kept at once, so that progress is seen. */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditBook {

    /** Why a look that a server left open could not go on. */
    static final String SERVER_ENDED = "the server ended";

    private static final int LONGEST_PLACE = 400;
    private static final int LONGEST_VALUE = 1000;
    private static final int QUIET_HOURS = 24;
    private static final String RUN =
            "SELECT id, asked_by, began_at, ended_at, change_sets, records, findings, failure FROM self_audit ";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /**
     * @param night the day of a nightly look: only one server begins it
     * @return the look's number; none when another server has begun this night's
     */
    public OptionalLong open(String askedBy, @Nullable LocalDate night) {
        Instant now = Time.now(clock);
        return Sql.with(dataSource, connection -> {
            try {
                return OptionalLong.of(Sql.on(
                                connection,
                                "INSERT INTO self_audit (night, asked_by, began_at, seen_at, change_sets, records,"
                                        + " findings) VALUES (?, ?, ?, ?, 0, 0, 0)",
                                night,
                                askedBy,
                                now,
                                now)
                        .insert());
            } catch (SQLIntegrityConstraintViolationException e) {
                return OptionalLong.empty();
            }
        });
    }

    public void progress(long run, long changeSets, long records, long findings) {
        update(
                "UPDATE self_audit SET seen_at = ?, change_sets = ?, records = ?, findings = ? WHERE id = ?",
                now(),
                changeSets,
                records,
                findings,
                run);
    }

    /** @param failure why it could not go on, or null */
    public void close(long run, @Nullable String failure) {
        update("UPDATE self_audit SET ended_at = ?, failure = ? WHERE id = ?", now(), cut(failure, 500), run);
    }

    /** Ends what a server that died left open: nothing is heard of it any more. One that was asked for may wait for another to end. */
    public void closeAbandoned() {
        update(
                "UPDATE self_audit SET ended_at = seen_at, failure = ? WHERE ended_at IS NULL AND seen_at < ?",
                SERVER_ENDED,
                now().minusHours(QUIET_HOURS));
    }

    /** Ends the nightly look that a server left open that died. */
    public void closeNight() {
        update(
                "UPDATE self_audit SET ended_at = seen_at, failure = ? WHERE ended_at IS NULL AND asked_by = ?",
                SERVER_ENDED,
                AuditRun.NIGHTLY);
    }

    public void add(long run, int number, Finding finding) {
        update(
                "INSERT INTO self_audit_finding (audit_id, number, kind, place, field, expected, found)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                run,
                number,
                finding.kind().name(),
                cut(finding.place(), LONGEST_PLACE),
                finding.field(),
                cut(finding.expected(), LONGEST_VALUE),
                cut(finding.found(), LONGEST_VALUE));
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private void update(String sql, @Nullable Object... values) {
        Sql.with(dataSource, connection -> Sql.on(connection, sql, values).update());
    }

    /** Newest first. */
    public List<AuditRun> runs(int limit) {
        return read(RUN + "ORDER BY id DESC LIMIT ?", limit);
    }

    public Optional<AuditRun> run(long id) {
        return read(RUN + "WHERE id = ?", id).stream().findFirst();
    }

    private List<AuditRun> read(String sql, Object value) {
        return Sql.with(dataSource, connection -> Sql.on(connection, sql, value)
                .list(row -> new AuditRun(
                        row.getLong(1),
                        row.getString(2),
                        Sql.moment(row, 3),
                        Sql.momentOrNull(row, 4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8))));
    }

    public List<Finding> findings(long run) {
        return Sql.with(dataSource, connection -> Sql.on(
                        connection,
                        "SELECT kind, place, field, expected, found FROM self_audit_finding WHERE audit_id = ?"
                                + " ORDER BY number",
                        run)
                .list(row -> new Finding(
                        Finding.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(Time.now(clock), ZoneOffset.UTC);
    }
}
