package org.kizuna.history;

import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.Sql;

/**
 * Some fields of many records as they were known at a moment. Of each change only what it left is read, and of that only
 * what has one of the fields in it: {@link Replayed} knows more of a record, and takes several times as long.
 */
final class PastFields {

    private final Connection connection;
    private final Collection<String> wanted;
    private final Vocabulary vocabulary = Vocabulary.today();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<Long, Map<String, String>> records = new TreeMap<>();

    PastFields(Connection connection, Collection<String> wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    Map<Long, Map<String, String>> read(String kind, long after, long upTo, Instant moment) throws SQLException {
        Sql.on(
                        connection,
                        "SELECT c.entity_id, c.operation, c.after_values, c.change_set_id, c.position"
                                + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE "
                                + vocabulary.isKind("c.entity", kind)
                                + " AND c.entity_id > ? AND c.entity_id <= ? AND s.recorded_at <= ?"
                                + " ORDER BY c.entity_id, c.change_set_id, c.position",
                        after,
                        upTo,
                        moment)
                .each(row -> lay(kind, row));
        return records;
    }

    private void lay(String kind, ResultSet row) throws SQLException {
        long id = row.getLong(1);
        if (Operation.valueOf(row.getString(2)) == Operation.DELETE) {
            records.remove(id);
            return;
        }
        Map<String, String> fields = records.computeIfAbsent(id, first -> meantBefore(kind));
        String after = row.getString(3);
        if (after == null || written(kind).stream().noneMatch(field -> after.contains('"' + field + "\":"))) {
            return;
        }
        try {
            vocabulary
                    .completed(kind, vocabulary.renamed(kind, ReadJson.object(after)))
                    .forEach((name, value) -> {
                        if (wanted.contains(name)) {
                            put(fields, name, value);
                        }
                    });
        } catch (JsonException | IllegalStateException e) {
            throw new UnreadableChange(row.getLong(4), row.getInt(5), e);
        }
    }

    /** What the record means of the fields that were not there yet when it was recorded. */
    private Map<String, String> meantBefore(String kind) {
        Map<String, String> fields = new TreeMap<>();
        vocabulary.meantBefore(kind).forEach((name, value) -> {
            if (wanted.contains(name)) {
                put(fields, name, value);
            }
        });
        return fields;
    }

    /** The names under which what is wanted was ever written. */
    private Set<String> written(String kind) {
        return names.computeIfAbsent(kind, asked -> wanted.stream()
                .flatMap(field -> vocabulary.fieldsWritten(asked, field).stream())
                .collect(Collectors.toSet()));
    }

    private static void put(Map<String, String> fields, String name, JsonValue value) {
        if (value == JsonValue.NULL) {
            fields.remove(name);
        } else {
            fields.put(name, value instanceof JsonString text ? text.getString() : value.toString());
        }
    }
}
