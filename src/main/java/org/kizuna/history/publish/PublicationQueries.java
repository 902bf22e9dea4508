package org.kizuna.history.publish;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kizuna.security.Roles;
import org.kizuna.shared.Sql;

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
                        Sql.moment(row, 3),
                        Base64.getEncoder().encodeToString(row.getBytes(4))));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getLong(3),
                Sql.moment(row, 4),
                Outcome.valueOf(row.getString(5)),
                row.getString(6));
    }

    /** One at the least: no head has the size 0. */
    private static String marks(List<Long> sizes) {
        return sizes.isEmpty() ? "0" : Sql.marks(sizes.size());
    }

    private <T> List<T> read(String sql, List<Long> parameters, Sql.Reading<T> reading) {
        return Sql.with(
                dataSource, connection -> Sql.on(connection, sql, parameters).list(reading));
    }
}
