package org.kizuna.history;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some fields of many records as they were known at a moment. Of each change only what it left is read, and of that only
 * what has one of the fields in it: {@link Replayed} knows more of a record, and takes several times as long.
 */
final class PastFields {

    private final Connection connection;
    private final Collection<String> wanted;
    private final Map<Long, Map<String, String>> records = new TreeMap<>();

    PastFields(Connection connection, Collection<String> wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    Map<Long, Map<String, String>> read(String kind, long after, long upTo, Instant moment) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT c.entity_id, c.operation, c.after_values, c.change_set_id, c.position"
                        + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = ?"
                        + " AND c.entity_id > ? AND c.entity_id <= ? AND s.recorded_at <= ?"
                        + " ORDER BY c.entity_id, c.change_set_id, c.position")) {
            query.setString(1, kind);
            query.setLong(2, after);
            query.setLong(3, upTo);
            query.setObject(4, JournalReader.column(moment));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lay(row);
                }
            }
        }
        return records;
    }

    private void lay(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        if (Operation.valueOf(row.getString(2)) == Operation.DELETE) {
            records.remove(id);
            return;
        }
        Map<String, String> fields = records.computeIfAbsent(id, first -> new TreeMap<>());
        String after = row.getString(3);
        if (after == null || wanted.stream().noneMatch(field -> after.contains('"' + field + "\":"))) {
            return;
        }
        try {
            ReadJson.object(after).forEach((name, value) -> {
                if (wanted.contains(name)) {
                    put(fields, name, value);
                }
            });
        } catch (JsonException | IllegalStateException e) {
            throw new UnreadableChange(row.getLong(4), row.getInt(5), e);
        }
    }

    private static void put(Map<String, String> fields, String name, JsonValue value) {
        if (value == JsonValue.NULL) {
            fields.remove(name);
        } else {
            fields.put(name, value instanceof JsonString text ? text.getString() : value.toString());
        }
    }
}
