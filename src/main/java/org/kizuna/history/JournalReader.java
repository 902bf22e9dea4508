package org.kizuna.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/** Reads the journal's tables. They are mapped to no entity, so that nothing but the journal can write them. */
public final class JournalReader {

    static final String COLUMNS =
            "s.id, c.position, s.recorded_at, s.actor, s.actor_role, s.channel, s.action, s.reason,"
                    + " s.detail, c.entity, c.entity_id, c.reference, c.operation, c.version, c.before_values, c.after_values";

    private static final int AT_ONCE = 500;

    private final Connection connection;

    public JournalReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * The same for who lays changes over one another.
     *
     * @throws IllegalArgumentException when one of them is no operation that there is
     */
    private List<JournalEntry> readStrictly(String sql, List<Object> parameters) throws SQLException {
        return inTodaysWords(new PersonalData(connection).told(sealed(sql, parameters, true)));
    }

    /** Runs a query for {@link #COLUMNS}, told in today's words; what is said of persons stands in the rows, or that it was erased. */
    List<JournalEntry> read(String sql, List<Object> parameters) throws SQLException {
        return inTodaysWords(new PersonalData(connection).told(sealed(sql, parameters, false)));
    }

    private static List<JournalEntry> inTodaysWords(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> entry.inWordsOf(Vocabulary.today()))
                .toList();
    }

    private static String isKind(String column, String kind) {
        return Vocabulary.today().isKind(column, kind);
    }

    /** The rows as they were sealed. */
    private List<JournalEntry> sealed(String sql, List<Object> parameters, boolean strictly) throws SQLException {
        return Sql.on(connection, sql, parameters).list(row -> entry(row, strictly));
    }

    /**
     * Runs a query for {@link #COLUMNS} and hands on part after part, with what is said of persons: memory does not grow
     * with their number.
     *
     * @param persons reads over another connection, for this one is busy until the last row
     */
    void stream(String sql, List<Object> parameters, PersonalData persons, ReadAhead<JournalEntry> ahead)
            throws SQLException, IOException {
        List<JournalEntry> some = new ArrayList<>(AT_ONCE);
        Sql.on(connection, sql, parameters).<IOException>stream(row -> {
            some.add(entry(row, false));
            return some.size() < AT_ONCE || handOn(some, persons, ahead);
        });
        if (!some.isEmpty()) {
            handOn(some, persons, ahead);
        }
    }

    /** @return whether more is wanted */
    private static boolean handOn(List<JournalEntry> some, PersonalData persons, ReadAhead<JournalEntry> ahead)
            throws SQLException, IOException {
        List<JournalEntry> told = inTodaysWords(persons.told(List.copyOf(some)));
        some.clear();
        return ahead.add(told);
    }

    /** Change sets with all there is of them as they were sealed, in the order of their numbers. */
    public List<ChangeSet> sets(List<Long> ids) throws SQLException {
        String marks = Sql.marks(ids.size());
        Map<Long, ChangeSet> sets = new TreeMap<>();
        sealed(
                        "SELECT " + COLUMNS + " FROM journal_change_set s LEFT JOIN journal_change c"
                                + " ON c.change_set_id = s.id WHERE s.id IN (" + marks + ") ORDER BY s.id, c.position",
                        new ArrayList<>(ids),
                        true)
                .forEach(row -> sets.computeIfAbsent(
                                row.changeSet(), id -> new ChangeSet(new ArrayList<>(), new HashMap<>()))
                        .rows()
                        .add(row));
        Sql.on(
                        connection,
                        "SELECT change_set_id, position, entity, entity_id FROM journal_mention WHERE change_set_id IN ("
                                + marks + ") ORDER BY change_set_id, position, entity, entity_id",
                        ids)
                .each(row -> {
                    ChangeSet set = sets.get(row.getLong(1));
                    if (set != null) {
                        set.mentions()
                                .computeIfAbsent(row.getInt(2), position -> new ArrayList<>())
                                .add(row.getString(3) + " " + row.getLong(4));
                    }
                });
        return List.copyOf(sets.values());
    }

    /** Ids of the records of a kind that were ever changed, above one, in their order. */
    public List<Long> ids(String kind, long after, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT DISTINCT entity_id FROM journal_change WHERE " + isKind("entity", kind)
                                + " AND entity_id > ? ORDER BY entity_id LIMIT ?",
                        after,
                        limit)
                .list(row -> row.getLong(1));
    }

    /** Every change of the records of a kind above one and up to another, each record's in the order they were made. */
    public List<JournalEntry> changes(String kind, long after, long upTo) throws SQLException {
        return readStrictly(
                "SELECT " + COLUMNS + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                        + " WHERE " + isKind("c.entity", kind) + " AND c.entity_id > ? AND c.entity_id <= ?"
                        + " ORDER BY c.entity_id, c.change_set_id, c.position",
                List.of(after, upTo));
    }

    /** The same of one record, with commitments where they say something of a person. */
    public List<JournalEntry> committedChanges(String kind, long id) throws SQLException {
        return inTodaysWords(sealed(
                "SELECT " + COLUMNS
                        + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE "
                        + isKind("c.entity", kind) + " AND c.entity_id = ? ORDER BY c.change_set_id, c.position",
                List.of(id),
                true));
    }

    /** The changes of one record that are among the first leaves of the sealed tree, in the order they were made. */
    public List<JournalEntry> sealedChanges(String kind, long id, long size) throws SQLException {
        return readStrictly(
                "SELECT " + COLUMNS + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                        + " JOIN journal_leaf l ON l.change_set_id = s.id WHERE "
                        + isKind("c.entity", kind) + " AND c.entity_id = ?"
                        + " AND l.leaf_index < ? ORDER BY c.change_set_id, c.position",
                List.of(id, size));
    }

    /** @param strictly whether an operation that there is not is refused, or left out */
    private static JournalEntry entry(ResultSet row, boolean strictly) throws SQLException {
        String named = row.getString(13);
        Operation operation = named == null || (!strictly && !Operation.isOne(named)) ? null : Operation.valueOf(named);
        Long version = row.getLong(14);
        if (row.wasNull()) {
            version = null;
        }
        return new JournalEntry(
                row.getLong(1),
                row.getInt(2),
                Sql.moment(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getString(12),
                operation,
                version,
                row.getString(15),
                row.getString(16));
    }

    static @Nullable LocalDateTime start(@Nullable LocalDate day) {
        return day == null ? null : Time.start(day);
    }

    /** The first instant after the day. */
    static @Nullable LocalDateTime end(@Nullable LocalDate day) {
        return day == null ? null : Time.end(day);
    }
}
