package org.kizuna.bench.job;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Until;

/**
 * More change sets at once than are usual, and how the server seals them.
 *
 * @param rate change sets a second, while the server was at it
 * @param seconds from the commit until the last was sealed
 */
record Backlog(double rate, double seconds) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MICROS = 1_000_000;
    private static final double NANOS = 1_000_000_000;

    /** Waits until all is sealed, commits so many, and waits again. */
    static Backlog sealed(Floor floor, int count) throws SQLException {
        await(floor);
        String before = String.valueOf(floor.one("SELECT MAX(tree_size) FROM journal_head"));
        floor.together(() -> append(floor, count));
        long begun = System.nanoTime();
        await(floor);
        double seconds = (System.nanoTime() - begun) / NANOS;
        String rate = floor.one(
                "SELECT (MAX(tree_size) - MIN(tree_size)) * " + MICROS
                        + " / GREATEST(1, TIMESTAMPDIFF(MICROSECOND, MIN(sealed_at), MAX(sealed_at)))"
                        + " FROM journal_head WHERE tree_size > ?",
                before);
        return new Backlog(Double.parseDouble(String.valueOf(rate)), seconds);
    }

    /** Comes back when the last change set is in the tree. */
    static void await(Floor floor) throws SQLException {
        String last = String.valueOf(floor.one("SELECT MAX(id) FROM journal_change_set"));
        Until.isSo(
                PATIENCE, () -> floor.one("SELECT leaf_index FROM journal_leaf WHERE change_set_id = ?", last) != null);
    }

    /** Change sets of one change each: an agreement's summary was written again. */
    static void append(Floor floor, int count) throws SQLException {
        try (PreparedStatement set = floor.connection()
                        .prepareStatement(
                                "INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action,"
                                        + " change_count) VALUES (UTC_TIMESTAMP(6), 'officer', 'OFFICER', 'REST',"
                                        + " 'AgreementRegister.change', 1)",
                                Statement.RETURN_GENERATED_KEYS);
                PreparedStatement change = floor.connection()
                        .prepareStatement(
                                "INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference,"
                                        + " operation, version, before_values, after_values) VALUES (?, 0, 'Agreement',"
                                        + " 1, 'A-000001', 'UPDATE', 1, '{\"summary\":\"One\"}',"
                                        + " '{\"summary\":\"Two\"}')")) {
            for (int i = 0; i < count; i++) {
                set.addBatch();
            }
            set.executeBatch();
            try (var keys = set.getGeneratedKeys()) {
                while (keys.next()) {
                    change.setLong(1, keys.getLong(1));
                    change.addBatch();
                }
            }
            change.executeBatch();
        }
    }
}
