package org.kizuna.history.publish;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/** Remembers which head was sent where, and whose turn it was to send it. Rows are added, never altered. */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Publications {

    private static final int LONGEST_DETAIL = 500;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /** @return false when another server, or this one, has taken this hour's turn for the place */
    public boolean takeTurn(LocalDate day, int hour, String place) {
        return Sql.with(dataSource, connection -> {
            try {
                Sql.on(
                                connection,
                                "INSERT INTO head_publication_turn (sent_day, sent_hour, place) VALUES (?, ?, ?)",
                                day,
                                hour,
                                place)
                        .update();
                return true;
            } catch (SQLIntegrityConstraintViolationException e) {
                return false;
            }
        });
    }

    /** Size of the head that is sent on a day: everywhere the same, also where it takes several attempts. */
    public Optional<Long> sizeOf(LocalDate day) {
        return first(
                "SELECT tree_size FROM head_publication WHERE sent_day = ? ORDER BY id LIMIT 1",
                row -> row.getLong(1),
                day);
    }

    public boolean arrived(LocalDate day, String place) {
        return first(
                        "SELECT 1 FROM head_publication WHERE sent_day = ? AND place = ? AND outcome = ? LIMIT 1",
                        row -> true,
                        day,
                        place,
                        Outcome.SENT.name())
                .isPresent();
    }

    public void record(Publication done) {
        String detail = done.detail();
        add(
                "INSERT INTO head_publication (sent_day, place, tree_size, sent_at, outcome, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                done.day(),
                done.place(),
                done.size(),
                done.at(),
                done.outcome().name(),
                detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
    }

    /** Does nothing when the authority has given one for this head before. */
    public void keep(Timestamp timestamp) {
        if (first(
                        "SELECT 1 FROM head_timestamp WHERE tree_size = ? AND authority = ?",
                        row -> true,
                        timestamp.size(),
                        timestamp.authority())
                .isEmpty()) {
            add(
                    "INSERT INTO head_timestamp (tree_size, authority, stamped_at, token) VALUES (?, ?, ?, ?)",
                    timestamp.size(),
                    timestamp.authority(),
                    timestamp.at(),
                    Base64.getDecoder().decode(timestamp.token()));
        }
    }

    /** The first token that was given for a head, in Base64. */
    public Optional<String> tokenOf(long size) {
        return first(
                "SELECT token FROM head_timestamp WHERE tree_size = ? ORDER BY stamped_at LIMIT 1",
                row -> Base64.getEncoder().encodeToString(row.getBytes(1)),
                size);
    }

    private void add(String sql, @Nullable Object... values) {
        Sql.with(dataSource, connection -> Sql.on(connection, sql, values).update());
    }

    private <T> Optional<T> first(String sql, Sql.Reading<T> reading, Object... values) {
        return Sql.with(
                dataSource, connection -> Sql.on(connection, sql, values).first(reading));
    }
}
