package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/** Says what was known of records at a moment, by laying the changes that the journal had by then over one another. */
@Stateless
@RolesAllowed(Roles.ANYBODY)
public class PastQueries {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /**
     * A record as it was known at a moment; not there before it was recorded.
     *
     * @throws UnreadableChange when what the journal keeps of it can't be read
     */
    public Replayed at(RecordRef record, Instant moment) {
        Replayed replayed = new Replayed();
        changes(record).stream()
                .filter(change -> !change.recordedAt().isAfter(moment))
                .forEach(replayed::lay);
        return replayed.isThere() ? replayed : new Replayed();
    }

    /** When a record's changes were made, oldest first. */
    public List<Instant> moments(RecordRef record) {
        return changes(record).stream().map(JournalEntry::recordedAt).distinct().toList();
    }

    private List<JournalEntry> changes(RecordRef record) {
        return Sql.with(dataSource, connection -> new JournalReader(connection)
                .changes(record.kind(), record.id() - 1, record.id()));
    }

    /** Ids of the records of a kind that were ever there, above one, in their order. */
    public List<Long> ids(String kind, long after, int limit) {
        return Sql.with(dataSource, connection -> new JournalReader(connection).ids(kind, after, limit));
    }

    /**
     * By id, the records of a kind above one and up to another that were there at a moment, with some of their fields:
     * texts, and other values as canonical JSON. Empty ones are missing.
     *
     * @param fields none that says something of persons
     * @throws UnreadableChange when what the journal keeps of them can't be read
     */
    public Map<Long, Map<String, String>> fields(
            String kind, long after, long upTo, Instant moment, Collection<String> fields) {
        return Sql.with(dataSource, connection -> new PastFields(connection, fields).read(kind, after, upTo, moment));
    }
}
