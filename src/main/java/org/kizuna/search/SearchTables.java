package org.kizuna.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        try (PreparedStatement query =
                        asked("SELECT reference, title, context, stands_for FROM search_entry", found.record());
                ResultSet row = query.executeQuery()) {
            return row.next()
                    && row.getString(1).equals(found.reference())
                    && row.getString(2).equals(found.title())
                    && row.getString(3).equals(found.context())
                    && Objects.equals(row.getObject(4, Long.class), found.standsFor());
        }
    }

    private Set<KnownName> names(RecordRef record) throws SQLException {
        Set<KnownName> names = new HashSet<>();
        try (PreparedStatement query = asked("SELECT form, acronym FROM search_name", record);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(new KnownName(row.getString(1), row.getBoolean(2)));
            }
        }
        return names;
    }

    private Set<String> words(RecordRef record) throws SQLException {
        Set<String> words = new HashSet<>();
        try (PreparedStatement query = asked("SELECT term FROM search_term", record);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                words.add(row.getString(1));
            }
        }
        return words;
    }

    private void delete(String table, RecordRef record) throws SQLException {
        try (PreparedStatement statement = asked("DELETE FROM " + table, record)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement asked(String what, RecordRef record) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(what + " WHERE kind = ? AND record_id = ?");
        statement.setString(1, record.kind());
        statement.setLong(2, record.id());
        return statement;
    }

    private void deleteTerms(Set<String> words, RecordRef record) throws SQLException {
        if (words.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM search_term WHERE term = ? AND kind = ? AND record_id = ?")) {
            for (String word : words) {
                statement.setString(1, word);
                statement.setString(2, record.kind());
                statement.setLong(3, record.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
