package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Sql;

/** Finds what is kept of persons, and what was erased. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class PersonQueries {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /** Persons of whom something has these letters in it: the name, an address, a number. In the order of names. */
    public List<Found> find(@Nullable String letters, int limit) {
        String wanted = Problems.clean(letters);
        if (wanted == null) {
            return List.of();
        }
        String like = '%' + wanted.replaceAll("([!%_])", "!$1") + '%';
        return Sql.with(dataSource, connection -> Sql.on(
                        connection,
                        "SELECT entity, entity_id, person, COUNT(*) FROM journal_personal"
                                + " WHERE (entity, entity_id, person) IN (SELECT entity, entity_id, person"
                                + " FROM journal_personal WHERE person COLLATE utf8mb4_unicode_520_ci LIKE ?"
                                + " ESCAPE '!' OR value LIKE ? ESCAPE '!') GROUP BY entity, entity_id, person"
                                + " ORDER BY person, entity, entity_id LIMIT ?",
                        like,
                        like,
                        limit)
                .list(row ->
                        new Found(new NamedPerson(row.getString(1), row.getLong(2), row.getString(3)), row.getInt(4))));
    }

    /** Newest first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
    public List<Erasure> erasures(int limit) {
        return Sql.with(dataSource, connection -> Sql.on(
                        connection,
                        "SELECT s.id, s.recorded_at, s.actor, s.reason, COUNT(*) FROM journal_change_set s"
                                + " JOIN journal_personal p ON p.erased_in = s.id"
                                + " GROUP BY s.id, s.recorded_at, s.actor, s.reason ORDER BY s.id DESC LIMIT ?",
                        limit)
                .list(row -> new Erasure(
                        row.getLong(1), Sql.moment(row, 2), row.getString(3), row.getString(4), row.getInt(5))));
    }

    /** @param values how many different things are kept of the person in that record */
    public record Found(NamedPerson person, int values) implements Serializable {}

    /**
     * @param changeSet number of the note that says so
     * @param values how many were erased
     */
    public record Erasure(long changeSet, Instant erasedAt, String actor, String reason, int values)
            implements Serializable {}
}
