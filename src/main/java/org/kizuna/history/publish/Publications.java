package org.kizuna.history.publish;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO head_publication_turn (sent_day, sent_hour, place) VALUES (?, ?, ?)")) {
            insert.setObject(1, day);
            insert.setInt(2, hour);
            insert.setString(3, place);
            insert.executeUpdate();
            return true;
        } catch (SQLIntegrityConstraintViolationException e) {
            return false;
        } catch (SQLException e) {
            throw unreadable(e);
        }
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
                column(done.at()),
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
                    column(timestamp.at()),
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private <T> Optional<T> first(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("What was published could not be read or written", e);
    }

    /** What is read of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
