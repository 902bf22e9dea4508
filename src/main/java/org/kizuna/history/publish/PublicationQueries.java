package org.kizuna.history.publish;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kizuna.security.Roles;

/** Tells auditors where heads were published. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class PublicationQueries {

    private static final String PUBLICATION =
            "SELECT sent_day, place, tree_size, sent_at, outcome, detail FROM head_publication ";

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private PublicationTargets places;

    /** Names of the places and of the time-stamp authority to which heads go now; none when none is configured. */
    public List<String> places() {
        return Stream.concat(
                        places.authority().map(TimestampAuthority::name).stream(),
                        places.all().stream().map(PublicationTarget::name))
                .toList();
    }

    /** Newest first. */
    public List<Publication> latest(int limit) {
        return read(PUBLICATION + "ORDER BY id DESC LIMIT " + limit, List.of(), PublicationQueries::publication);
    }

    /** Where heads of these sizes arrived, oldest first. */
    public List<Publication> arrived(List<Long> sizes) {
        return read(
                PUBLICATION + "WHERE outcome = 'SENT' AND tree_size IN (" + marks(sizes) + ") ORDER BY id",
                sizes,
                PublicationQueries::publication);
    }

    /** Timestamps of heads of these sizes, oldest first. */
    public List<Timestamp> timestamps(List<Long> sizes) {
        return read(
                "SELECT tree_size, authority, stamped_at, token FROM head_timestamp WHERE tree_size IN (" + marks(sizes)
                        + ") ORDER BY stamped_at, authority",
                sizes,
                row -> new Timestamp(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        Base64.getEncoder().encodeToString(row.getBytes(4))));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Outcome.valueOf(row.getString(5)),
                row.getString(6));
    }

    /** One at the least: no head has the size 0. */
    private static String marks(List<Long> sizes) {
        return sizes.isEmpty() ? "0" : String.join(",", Collections.nCopies(sizes.size(), "?"));
    }

    private <T> List<T> read(String sql, List<Long> parameters, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setLong(i + 1, parameters.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("What was published could not be read", e);
        }
    }

    /** What is read of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
