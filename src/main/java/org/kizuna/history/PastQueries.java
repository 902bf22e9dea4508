package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;

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
        return read(record.kind(), record.id() - 1, record.id(), moment).getOrDefault(record.id(), new Replayed());
    }

    /** When a record's changes were made, oldest first. */
    public List<Instant> moments(RecordRef record) {
        try (Connection connection = dataSource.getConnection()) {
            return new JournalReader(connection)
                    .changes(record.kind(), record.id() - 1, record.id()).stream()
                            .map(JournalEntry::recordedAt)
                            .distinct()
                            .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    /** Ids of the records of a kind that were ever there, above one, in their order. */
    public List<Long> ids(String kind, long after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return new JournalReader(connection).ids(kind, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    /** By id, the records of a kind above one and up to another that were there at a moment. */
    public Map<Long, Replayed> read(String kind, long after, long upTo, Instant moment) {
        Map<Long, Replayed> records = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (JournalEntry change : new JournalReader(connection).changes(kind, after, upTo)) {
                if (!change.recordedAt().isAfter(moment)) {
                    records.computeIfAbsent(change.entityId(), id -> new Replayed())
                            .lay(change);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
        List<Long> gone = new ArrayList<>();
        records.forEach((id, record) -> {
            if (!record.isThere()) {
                gone.add(id);
            }
        });
        gone.forEach(records::remove);
        return records;
    }
}
