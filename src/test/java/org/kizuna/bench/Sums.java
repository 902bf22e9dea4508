package org.kizuna.bench;

import java.sql.SQLException;
import java.time.Duration;

/** The sums that the dashboard reads, which the server makes by itself when a database was filled by other means. */
final class Sums {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOKS_EVERY = 100;

    private Sums() {}

    /** Comes back when they are kept, and at the latest after five minutes. */
    static void await(Floor floor) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (!"0"
                        .equals(floor.one(
                                "SELECT (SELECT COUNT(*) FROM ledger_sum_currency WHERE stale) + (SELECT COUNT(*) FROM"
                                        + " ledger_known_sum_state WHERE stale)"))
                && System.nanoTime() - begun < PATIENCE.toNanos()) {
            Thread.sleep(LOOKS_EVERY);
        }
    }
}
