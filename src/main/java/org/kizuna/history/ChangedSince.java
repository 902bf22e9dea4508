package org.kizuna.history;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kizuna.history.vocabulary.Vocabulary;
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
        LocalDateTime from = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection()) {
            refuseMore(connection, from);
            return ids(connection, kinds, from, after, most);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    private static void refuseMore(Connection connection, LocalDateTime from) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM (SELECT id FROM"
                + " journal_change_set WHERE recorded_at >= ? LIMIT ?) capped")) {
            query.setObject(1, from);
            query.setInt(2, MOST + 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getInt(1) > MOST) {
                    throw new TooMuchChangedSince();
                }
            }
        }
    }

    private static List<Long> ids(Connection connection, List<String> kinds, LocalDateTime from, long after, int most)
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
        try (PreparedStatement query =
                connection.prepareStatement("SELECT DISTINCT id FROM (" + all + ") changed ORDER BY id LIMIT ?")) {
            int next = 1;
            for (int i = 0; i < (parts.isEmpty() ? 1 : 2); i++) {
                query.setObject(next++, from);
                query.setLong(next++, after);
            }
            query.setInt(next, most);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private static String isKind(String column, String kind) {
        return Vocabulary.today().isKind(column, kind);
    }
}
