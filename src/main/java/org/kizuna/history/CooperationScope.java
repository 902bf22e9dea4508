package org.kizuna.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.RecordKind;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/**
 * The records that belong to a cooperation: the record itself, all that ever named it or named one that did, and the
 * records it names itself. It is found from what the journal says names what, so it knows no entity and forgets
 * nothing that has since been untied.
 */
public final class CooperationScope {

    private static final int AT_ONCE = 500;

    /** Stands in a statement for "this column names the kind that is asked about". */
    private static final Pattern COLUMN = Pattern.compile("\\{(\\w\\.entity)}");

    private final Connection connection;

    /** Condition on a change set's number. */
    private final String known;

    /** @param upTo the last change set that counts */
    public CooperationScope(Connection connection, long upTo) {
        this(connection, " <= " + upTo);
    }

    private CooperationScope(Connection connection, String known) {
        this.connection = connection;
        this.known = known;
    }

    /** What was sealed later does not count, whatever its number. */
    public static CooperationScope sealed(Connection connection, long size) {
        return new CooperationScope(
                connection, " IN (SELECT l.change_set_id FROM journal_leaf l WHERE l.leaf_index < " + size + ")");
    }

    /** The record, all that named it or named one that did, and what it names itself. */
    public Set<RecordRef> around(RecordRef start) throws SQLException {
        Set<RecordRef> scope = closure(Set.of(start), null);
        scope.addAll(named(List.of(start)));
        return scope;
    }

    /**
     * A donor with the partners beneath it, what they gave with everything that hangs on it, and the agreements it was
     * given under.
     */
    public Set<RecordRef> money(RecordRef donor) throws SQLException {
        Set<RecordRef> donors = closure(Set.of(donor), donor.kind());
        Set<RecordRef> given = new LinkedHashSet<>();
        for (String gift : Features.leavingAs(RecordKind.Part.GIFT)) {
            given.addAll(related(naming(gift), donors));
        }
        List<String> frames = Features.leavingAs(RecordKind.Part.FRAME);
        Set<RecordRef> scope = new LinkedHashSet<>(donors);
        scope.addAll(closure(given, null));
        named(given).stream().filter(record -> frames.contains(record.kind())).forEach(scope::add);
        return scope;
    }

    private Set<RecordRef> closure(Set<RecordRef> start, @Nullable String kind) throws SQLException {
        Set<RecordRef> scope = new LinkedHashSet<>(start);
        Deque<RecordRef> open = new ArrayDeque<>(scope);
        while (!open.isEmpty()) {
            List<RecordRef> some = new ArrayList<>();
            while (!open.isEmpty() && some.size() < AT_ONCE) {
                some.add(open.poll());
            }
            for (RecordRef found : related(naming(kind), some)) {
                if (scope.add(found)) {
                    open.add(found);
                }
            }
        }
        return scope;
    }

    private String naming(@Nullable String kind) {
        return "SELECT DISTINCT c.entity, c.entity_id FROM journal_mention m JOIN journal_change c"
                + " ON c.change_set_id = m.change_set_id AND c.position = m.position"
                + (kind == null ? "" : " AND " + Vocabulary.today().isKind("c.entity", kind))
                + " WHERE {m.entity} AND m.entity_id IN (%s) AND m.change_set_id" + known;
    }

    private Set<RecordRef> named(Iterable<RecordRef> records) throws SQLException {
        return related(
                "SELECT DISTINCT m.entity, m.entity_id FROM journal_change c JOIN journal_mention m"
                        + " ON m.change_set_id = c.change_set_id AND m.position = c.position"
                        + " WHERE {c.entity} AND c.entity_id IN (%s) AND c.change_set_id" + known,
                records);
    }

    /** The changes of the records, in the journal's order. */
    public List<JournalPlace> changes(Set<RecordRef> scope) throws SQLException {
        LongStream.Builder places = LongStream.builder();
        eachKind(
                "SELECT change_set_id, position FROM journal_change c WHERE {c.entity} AND c.entity_id IN (%s)"
                        + " AND change_set_id" + known,
                scope,
                row -> places.add(new JournalPlace(row.getLong(1), row.getInt(2)).packed()));
        // eight bytes for each: a million changes are found in eight megabytes
        long[] sorted = places.build().sorted().toArray();
        return new AbstractList<>() {
            @Override
            public JournalPlace get(int index) {
                return JournalPlace.unpacked(sorted[index]);
            }

            @Override
            public int size() {
                return sorted.length;
            }
        };
    }

    private Set<RecordRef> related(String sql, Iterable<RecordRef> records) throws SQLException {
        Set<RecordRef> found = new LinkedHashSet<>();
        eachKind(
                sql,
                records,
                row -> found.add(new RecordRef(Vocabulary.today().kind(row.getString(1)), row.getLong(2))));
        return found;
    }

    private void eachKind(String sql, Iterable<RecordRef> records, Sql.RowReader reader) throws SQLException {
        Map<String, List<Long>> idsByKind = new HashMap<>();
        records.forEach(record -> idsByKind
                .computeIfAbsent(record.kind(), kind -> new ArrayList<>())
                .add(record.id()));
        for (Map.Entry<String, List<Long>> kind : idsByKind.entrySet()) {
            List<Long> ids = kind.getValue();
            String ofKind =
                    COLUMN.matcher(sql).replaceAll(column -> Vocabulary.today().isKind(column.group(1), kind.getKey()));
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                Sql.on(connection, ofKind.formatted(Sql.marks(some.size())), some)
                        .each(reader);
            }
        }
    }
}
