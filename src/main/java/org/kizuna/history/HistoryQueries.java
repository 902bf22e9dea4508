package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordParts;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.Page;

/** Reads the journal, newest first. */
@Stateless
public class HistoryQueries {

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    @Any
    private Instance<RecordParts> parts;

    /**
     * The changes of one record and of its parts: everybody may know how what they see came to be.
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
                        + " WHERE " + Vocabulary.today().isKind("c.entity", record.kind())
                        + " AND c.entity_id = ? AND c.version > ? ORDER BY c.change_set_id, c.position",
                List.of(record.id(), version));
    }

    /** How many change sets there are since a day, counted up to a thousand. */
    @RolesAllowed(Roles.AUDITOR)
    public CappedCount countSince(LocalDate day) {
        long counted = Sql.with(dataSource, connection -> Sql.on(
                        connection,
                        "SELECT COUNT(*) FROM (SELECT id FROM journal_change_set WHERE recorded_at >= ? LIMIT ?)"
                                + " capped",
                        Time.start(day),
                        CappedCount.CAP + 1)
                .number());
        return new CappedCount((int) Math.min(counted, CappedCount.CAP), counted > CappedCount.CAP);
    }

    private Page<JournalEntry> list(HistoryCriteria criteria, @Nullable String after, int limit) {
        JournalPlace place = after == null ? null : JournalPlace.decoded(after);
        RecordRef record = criteria.record();
        List<JournalEntry> found =
                record == null ? ofJournal(criteria, place, limit + 1) : ofRecord(record, criteria, place, limit + 1);
        boolean more = found.size() > limit;
        List<JournalEntry> items = more ? found.subList(0, limit) : found;
        JournalEntry last = items.isEmpty() ? null : items.get(items.size() - 1);
        return new Page<>(
                List.copyOf(items),
                more && last != null ? new JournalPlace(last.changeSet(), last.position()).encoded() : null,
                null);
    }

    /** The changes of a record and of each kind of its parts are found by the records' index. */
    private List<JournalEntry> ofRecord(
            RecordRef record, HistoryCriteria criteria, @Nullable JournalPlace place, int limit) {
        JournalFilter filter = filter(criteria);
        if (place != null) {
            filter.where("c.change_set_id <= ?", place.changeSet())
                    .where("c.change_set_id < ? OR c.position < ?", place.changeSet(), place.position());
        }
        List<Object> parameters = new ArrayList<>();
        StringJoiner all = new StringJoiner(") UNION ALL (", "(", ")");
        all.add(newest("journal_change c", "c.entity_id = ?", record.kind(), filter));
        parameters.add(record.id());
        parameters.addAll(filter.parameters());
        parameters.add(limit);
        for (RecordParts some : parts) {
            some.of(record).ifPresent(ids -> {
                String tables = "(" + ids.sql()
                        + ") part STRAIGHT_JOIN journal_change c FORCE INDEX (journal_change_by_record)";
                all.add(newest(tables, "c.entity_id = part.id", some.kind(), filter));
                parameters.addAll(ids.values());
                parameters.addAll(filter.parameters());
                parameters.add(limit);
            });
        }
        parameters.add(limit);
        return query(all + " ORDER BY id DESC, position DESC LIMIT ?", parameters);
    }

    private static String newest(String tables, String which, String kind, JournalFilter filter) {
        return "SELECT " + JournalReader.COLUMNS + " FROM " + tables
                + " JOIN journal_change_set s ON s.id = c.change_set_id WHERE "
                + Vocabulary.today().isKind("c.entity", kind) + " AND " + which + filter.conditions()
                + " ORDER BY c.change_set_id DESC, c.position DESC LIMIT ?";
    }

    /** The whole journal: the change sets first, of which no more are needed than rows, and then what is in them. */
    private List<JournalEntry> ofJournal(HistoryCriteria criteria, @Nullable JournalPlace place, int limit) {
        JournalFilter filter = filter(criteria);
        String rest = "";
        if (place != null) {
            filter.ofSets("s.id <= ?", place.changeSet());
            rest = " WHERE s.id < ? OR COALESCE(c.position, 0) < ?";
        }
        List<Object> parameters = new ArrayList<>(filter.setParameters());
        // the set at the place may have no row left
        parameters.add(limit + 1);
        if (place != null) {
            parameters.addAll(List.of(place.changeSet(), place.position()));
        }
        parameters.add(limit);
        return query(
                "SELECT " + JournalReader.COLUMNS + " FROM (SELECT s.* FROM journal_change_set s WHERE 1 = 1"
                        + filter.setConditions() + " ORDER BY s.id DESC LIMIT ?) s"
                        + " LEFT JOIN journal_change c ON c.change_set_id = s.id" + rest
                        + " ORDER BY s.id DESC, c.position DESC LIMIT ?",
                parameters);
    }

    private static JournalFilter filter(HistoryCriteria criteria) {
        JournalFilter filter = new JournalFilter().within(criteria.from(), criteria.to());
        if (criteria.actor() != null) {
            filter.actor(criteria.actor());
        }
        return criteria.action() == null
                ? filter
                : filter.actions(Vocabulary.today().actionsWritten(criteria.action()));
    }

    private List<JournalEntry> query(String sql, List<Object> parameters) {
        return Sql.with(dataSource, connection -> new JournalReader(connection).read(sql, parameters));
    }
}
