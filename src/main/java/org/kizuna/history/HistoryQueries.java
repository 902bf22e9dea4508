package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.Page;

/** Reads the journal, newest first. */
@Stateless
public class HistoryQueries {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /**
     * The changes of one record: everybody may know how what they see came to be.
     *
     * @param after cursor of the change before the first one wanted, or null
     */
    @RolesAllowed(Roles.ANYBODY)
    public Page<JournalEntry> ofRecord(RecordRef record, @Nullable String after, int limit) {
        return list(HistoryCriteria.ofRecord(record), after, limit);
    }

    /** Changes of any record, and notes. */
    @RolesAllowed(Roles.AUDITOR)
    public Page<JournalEntry> search(HistoryCriteria criteria, @Nullable String after, int limit) {
        return list(criteria, after, limit);
    }

    /** What others did to a record since somebody opened it. */
    @RolesAllowed(Roles.ANYBODY)
    public List<JournalEntry> since(RecordRef record, long version) {
        return query(
                "SELECT " + JournalReader.COLUMNS
                        + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                        + " WHERE c.entity = ? AND c.entity_id = ? AND c.version > ? ORDER BY c.change_set_id, c.position",
                List.of(record.kind(), record.id(), version));
    }

    /** How many change sets there are since a day, counted up to a thousand. */
    @RolesAllowed(Roles.AUDITOR)
    public CappedCount countSince(LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT id FROM"
                        + " journal_change_set WHERE recorded_at >= ? LIMIT ?) capped")) {
            query.setObject(1, JournalReader.start(day));
            query.setInt(2, CappedCount.CAP + 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                int counted = row.getInt(1);
                return new CappedCount(Math.min(counted, CappedCount.CAP), counted > CappedCount.CAP);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    private Page<JournalEntry> list(HistoryCriteria criteria, @Nullable String after, int limit) {
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        RecordRef record = criteria.record();
        if (record != null) {
            add(conditions, parameters, "c.entity = ?", record.kind());
            add(conditions, parameters, "c.entity_id = ?", record.id());
        }
        add(conditions, parameters, "s.actor = ?", criteria.actor());
        add(conditions, parameters, "s.action = ?", criteria.action());
        add(conditions, parameters, "s.recorded_at >= ?", JournalReader.start(criteria.from()));
        add(conditions, parameters, "s.recorded_at < ?", JournalReader.end(criteria.to()));
        if (after != null) {
            JournalPlace place = JournalPlace.decoded(after);
            String id = record == null ? "s.id" : "c.change_set_id";
            add(conditions, parameters, id + " <= ?", place.changeSet());
            conditions.add("(" + id + " < ? OR COALESCE(c.position, 0) < ?)");
            parameters.add(place.changeSet());
            parameters.add(place.position());
        }
        // one record's changes are found by its own index; the whole journal is read along its key
        String join = record == null
                ? "journal_change_set s LEFT JOIN journal_change c ON c.change_set_id = s.id"
                : "journal_change c JOIN journal_change_set s ON s.id = c.change_set_id";
        String order = record == null ? "s.id DESC, c.position DESC" : "c.change_set_id DESC, c.position DESC";
        parameters.add(limit + 1);
        List<JournalEntry> found = query(
                "SELECT " + JournalReader.COLUMNS + " FROM " + join + " WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY " + order + " LIMIT ?",
                parameters);
        boolean more = found.size() > limit;
        List<JournalEntry> items = more ? found.subList(0, limit) : found;
        JournalEntry last = items.isEmpty() ? null : items.get(items.size() - 1);
        return new Page<>(
                List.copyOf(items),
                more && last != null ? new JournalPlace(last.changeSet(), last.position()).encoded() : null,
                null);
    }

    private static void add(
            List<String> conditions, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.add(value);
        }
    }

    private List<JournalEntry> query(String sql, List<Object> parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return new JournalReader(connection).read(sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }
}
