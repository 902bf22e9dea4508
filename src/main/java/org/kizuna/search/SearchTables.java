package org.kizuna.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kizuna.shared.RecordRef;

/** Writes {@link SearchEntry} and {@link SearchTerm}, on the connection of the transaction that writes the records. */
final class SearchTables {

    private final Connection connection;

    SearchTables(Connection connection) {
        this.connection = connection;
    }

    void insert(List<FoundBy> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement entry = connection.prepareStatement(
                        "INSERT INTO search_entry (kind, record_id, reference, title, context) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement term = connection.prepareStatement(
                        "INSERT INTO search_term (term, kind, record_id) VALUES (?, ?, ?)")) {
            for (FoundBy found : all) {
                add(
                        entry,
                        found.record().kind(),
                        found.record().id(),
                        found.reference(),
                        found.title(),
                        found.context());
                for (String word : found.words()) {
                    add(term, word, found.record().kind(), found.record().id());
                }
            }
            entry.executeBatch();
            term.executeBatch();
        }
    }

    /** Writes what is different: most changes of a record leave its words as they were. */
    void renew(FoundBy found) throws SQLException {
        RecordRef record = found.record();
        if (!isShownAs(found)) {
            delete("search_entry", record);
            insert(List.of(new FoundBy(record, found.reference(), found.title(), found.context(), Set.of())));
        }
        Set<String> before = words(record);
        Set<String> more = new HashSet<>(found.words());
        more.removeAll(before);
        before.removeAll(found.words());
        change("DELETE FROM search_term WHERE term = ? AND kind = ? AND record_id = ?", before, record);
        change("INSERT INTO search_term (term, kind, record_id) VALUES (?, ?, ?)", more, record);
    }

    void delete(Collection<RecordRef> records) throws SQLException {
        for (RecordRef record : records) {
            delete("search_term", record);
            delete("search_entry", record);
        }
    }

    private boolean isShownAs(FoundBy found) throws SQLException {
        try (PreparedStatement query = asked("SELECT reference, title, context FROM search_entry", found.record());
                ResultSet row = query.executeQuery()) {
            return row.next()
                    && row.getString(1).equals(found.reference())
                    && row.getString(2).equals(found.title())
                    && row.getString(3).equals(found.context());
        }
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

    private void change(String sql, Set<String> words, RecordRef record) throws SQLException {
        if (words.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (String word : words) {
                add(statement, word, record.kind(), record.id());
            }
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
