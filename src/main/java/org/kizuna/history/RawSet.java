package org.kizuna.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;

/**
 * A change set that can't be read as one, because somebody wrote to the journal's tables: its columns as the database
 * gives them as text. It is sealed over these, so that neither it nor what follows can be rewritten afterwards.
 */
public final class RawSet {

    private static final List<String> SET = List.of(
            "id", "recorded_at", "actor", "actor_role", "channel", "action", "reason", "detail", "change_count");
    private static final List<String> CHANGE = List.of(
            "position", "entity", "entity_id", "reference", "operation", "version", "before_values", "after_values");
    private static final List<String> MENTION = List.of("position", "entity", "entity_id");

    private RawSet() {}

    /** The text that is sealed: canonical JSON of the number and the columns, in {@code raw}. */
    public static String text(Connection connection, long id) throws SQLException {
        List<Map<String, @Nullable Object>> set = rows(connection, SET, "journal_change_set WHERE id = ?", id);
        Map<String, @Nullable Object> raw = new TreeMap<>();
        raw.put("changes", rows(connection, CHANGE, "journal_change WHERE change_set_id = ? ORDER BY position", id));
        raw.put(
                "mentions",
                rows(
                        connection,
                        MENTION,
                        "journal_mention WHERE change_set_id = ? ORDER BY position, entity, entity_id",
                        id));
        raw.put("set", set.isEmpty() ? null : set.get(0));
        return CanonicalJson.write(new TreeMap<>(Map.of("id", id, "raw", raw)));
    }

    private static List<Map<String, @Nullable Object>> rows(
            Connection connection, List<String> columns, String from, long id) throws SQLException {
        String texts = columns.stream()
                .map(column -> "CAST(" + column + " AS CHAR CHARACTER SET utf8mb4)")
                .collect(Collectors.joining(", "));
        return Sql.on(connection, "SELECT " + texts + " FROM " + from, id).list(row -> {
            Map<String, @Nullable Object> values = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), row.getString(i + 1));
            }
            return values;
        });
    }
}
