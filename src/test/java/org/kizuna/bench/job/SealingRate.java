package org.kizuna.bench.job;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;

/**
 * How fast what is journaled is sealed, when all at once there is more than usual, beside how fast one connection can
 * commit such change sets one by one: sealing keeps pace when it is faster.
 */
public final class SealingRate implements Job {

    private static final int ONE_BY_ONE = 300;
    private static final long MICROS = 1_000_000;
    private static final double NANOS = 1_000_000_000;

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Floor floor = site.floor();
        int backlog = 200 * site.size().enoughSeconds();
        long begun = System.nanoTime();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            floor.together(() -> append(floor, 1));
        }
        double committed = ONE_BY_ONE / ((System.nanoTime() - begun) / NANOS);
        long before = sealed(floor);
        floor.together(() -> append(floor, backlog));
        String last = String.valueOf(floor.one("SELECT MAX(id) FROM journal_change_set"));
        begun = System.nanoTime();
        while (floor.one("SELECT leaf_index FROM journal_leaf WHERE change_set_id = ?", last) == null) {
            Thread.sleep(100);
        }
        double lag = (System.nanoTime() - begun) / NANOS;
        String rounds =
                "(SELECT sealed_at, tree_size FROM journal_head WHERE tree_size > " + (before + ONE_BY_ONE) + ")";
        double rate = Double.parseDouble(String.valueOf(floor.one("SELECT (MAX(tree_size) - MIN(tree_size)) * " + MICROS
                + " / GREATEST(1, TIMESTAMPDIFF(MICROSECOND, MIN(sealed_at), MAX(sealed_at))) FROM " + rounds + " r")));
        return List.of(
                Outcome.share("sealing of " + backlog + " change sets at once", rate, committed, 1, "/s"),
                Outcome.told("sealing, from the commit until the last is sealed", lag, null, "s"));
    }

    private static long sealed(Floor floor) throws SQLException {
        return Long.parseLong(String.valueOf(floor.one("SELECT MAX(tree_size) FROM journal_head")));
    }

    /** Change sets of one change each: an agreement's summary was written again. */
    private static void append(Floor floor, int count) throws SQLException {
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
