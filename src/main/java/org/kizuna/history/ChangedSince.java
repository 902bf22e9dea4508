package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kizuna.history.vocabulary.Vocabulary;
import org.kizuna.shared.Sql;
import org.kizuna.shared.paging.ChangedRecords;

/** Which records changed, as the journal tells: its change sets are found by their time, and the changes by their sets. */
@Dependent
class ChangedSince implements ChangedRecords {

    /** Change sets that are looked through at once. */
    private static final int MOST = 50_000;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Override
    public List<Long> since(List<String> kinds, Instant moment, long after, int most) {
        return Sql.with(dataSource, connection -> {
            refuseMore(connection, moment);
            return ids(connection, kinds, moment, after, most);
        });
    }

    private static void refuseMore(Connection connection, Instant from) throws SQLException {
        if (Sql.on(
                                connection,
                                "SELECT COUNT(*) FROM (SELECT id FROM journal_change_set WHERE recorded_at >= ? LIMIT ?)"
                                        + " capped",
                                from,
                                MOST + 1)
                        .number()
                > MOST) {
            throw new TooMuchChangedSince();
        }
    }

    private static List<Long> ids(Connection connection, List<String> kinds, Instant from, long after, int most)
            throws SQLException {
        String sets = " FROM journal_change_set s JOIN journal_change c ON c.change_set_id = s.id";
        String own = "SELECT c.entity_id AS id" + sets + " WHERE s.recorded_at >= ? AND c.entity_id > ? AND "
                + isKind("c.entity", kinds.get(0));
        List<String> parts = kinds.subList(1, kinds.size());
        String ofParts = " UNION SELECT m.entity_id" + sets
                + " JOIN journal_mention m ON m.change_set_id = c.change_set_id AND m.position = c.position"
                + " WHERE s.recorded_at >= ? AND m.entity_id > ? AND " + isKind("m.entity", kinds.get(0)) + " AND ("
                + parts.stream().map(part -> isKind("c.entity", part)).collect(Collectors.joining(" OR ")) + ")";
        String all = parts.isEmpty() ? own : own + ofParts;
        List<Object> values = new ArrayList<>(List.of(from, after));
        if (!parts.isEmpty()) {
            values.addAll(List.of(from, after));
        }
        return Sql.on(connection, "SELECT DISTINCT id FROM (" + all + ") changed ORDER BY id LIMIT ?", values, most)
                .list(row -> row.getLong(1));
    }

    private static String isKind(String column, String kind) {
        return Vocabulary.today().isKind(column, kind);
    }
}
