package org.kizuna.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Sql;

/** Writes {@link SearchEntry} and {@link SearchTerm}, on the connection of the transaction that writes the records. */
final class SearchTables {

    private final Connection connection;

    SearchTables(Connection connection) {
        this.connection = connection;
    }

    void insert(List<FoundBy> all) throws SQLException {
        ManyRows entries = new ManyRows("search_entry", "kind, record_id, reference, title, context, stands_for");
        for (FoundBy found : all) {
            entries.add(
                    found.record().kind(),
                    found.record().id(),
                    found.reference(),
                    found.title(),
                    found.context(),
                    found.standsFor());
        }
        entries.write(connection);
        insertNames(all.stream().collect(Collectors.toMap(FoundBy::record, FoundBy::names)));
        insertTerms(all.stream().collect(Collectors.toMap(FoundBy::record, FoundBy::words)));
    }

    private void insertNames(Map<RecordRef, Set<KnownName>> names) throws SQLException {
        ManyRows rows = new ManyRows("search_name", "form, kind, record_id, acronym");
        names.forEach((record, its) ->
                its.forEach(name -> rows.add(name.form(), record.kind(), record.id(), name.acronym() ? 1 : 0)));
        rows.write(connection);
    }

    /** In the order of their index, where the same words of many records stand side by side. */
    private void insertTerms(Map<RecordRef, Set<String>> words) throws SQLException {
        Map<String, Map<String, List<Long>>> byKindAndWord = new HashMap<>();
        words.forEach((record, its) -> {
            Map<String, List<Long>> byWord = byKindAndWord.computeIfAbsent(record.kind(), first -> new TreeMap<>());
            its.forEach(word ->
                    byWord.computeIfAbsent(word, first -> new ArrayList<>()).add(record.id()));
        });
        for (Map.Entry<String, Map<String, List<Long>>> kind : byKindAndWord.entrySet()) {
            ManyRows terms = new ManyRows("search_term", "kind, term, record_id", "'" + kind.getKey() + "',?,?");
            kind.getValue().forEach((word, records) -> records.forEach(record -> terms.add(word, record)));
            terms.write(connection);
        }
    }

    /** Writes what is different: most changes of a record leave its words as they were. */
    void renew(FoundBy found) throws SQLException {
        RecordRef record = found.record();
        if (!isShownAs(found)) {
            delete("search_entry", record);
            insert(List.of(found.withoutNamesAndWords()));
        }
        if (!names(record).equals(found.names())) {
            delete("search_name", record);
            insertNames(Map.of(record, found.names()));
        }
        Set<String> before = words(record);
        Set<String> more = new HashSet<>(found.words());
        more.removeAll(before);
        before.removeAll(found.words());
        deleteTerms(before, record);
        insertTerms(Map.of(record, more));
    }

    void delete(Collection<RecordRef> records) throws SQLException {
        for (RecordRef record : records) {
            delete("search_term", record);
            delete("search_name", record);
            delete("search_entry", record);
        }
    }

    private boolean isShownAs(FoundBy found) throws SQLException {
        return of(found.record(), "SELECT reference, title, context, stands_for FROM search_entry")
                .first(row -> row.getString(1).equals(found.reference())
                        && row.getString(2).equals(found.title())
                        && row.getString(3).equals(found.context())
                        && Objects.equals(row.getObject(4, Long.class), found.standsFor()))
                .orElse(false);
    }

    private Set<KnownName> names(RecordRef record) throws SQLException {
        return new HashSet<>(of(record, "SELECT form, acronym FROM search_name")
                .list(row -> new KnownName(row.getString(1), row.getBoolean(2))));
    }

    private Set<String> words(RecordRef record) throws SQLException {
        return new HashSet<>(of(record, "SELECT term FROM search_term").list(row -> row.getString(1)));
    }

    private void delete(String table, RecordRef record) throws SQLException {
        of(record, "DELETE FROM " + table).update();
    }

    private Sql of(RecordRef record, String what) {
        return Sql.on(connection, what + " WHERE kind = ? AND record_id = ?", record.kind(), record.id());
    }

    private void deleteTerms(Set<String> words, RecordRef record) throws SQLException {
        if (!words.isEmpty()) {
            Sql.batch(
                    connection, "DELETE FROM search_term WHERE term = ? AND kind = ? AND record_id = ?", words, word ->
                            new Object[] {word, record.kind(), record.id()});
        }
    }
}
