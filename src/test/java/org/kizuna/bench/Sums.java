package org.kizuna.bench;

import java.time.Duration;

/**
 * The sums that the dashboard reads and the words that records are found by, which the server makes by itself when a
 * database was filled by other means.
 */
final class Sums {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Sums() {}

    /** Comes back when they are kept. */
    static void await(Floor floor) {
        Until.isSo(PATIENCE, () -> "0"
                .equals(floor.one("SELECT COUNT(DISTINCT e.kind) FROM search_entry e WHERE NOT EXISTS (SELECT 1 FROM"
                        + " search_renewal r WHERE r.kind = e.kind AND r.form > 0)")));
        Until.isSo(PATIENCE, () -> "0"
                .equals(floor.one(
                        "SELECT (SELECT COUNT(*) FROM ledger_sum_currency WHERE stale) + (SELECT COUNT(*) FROM"
                                + " ledger_known_sum_state WHERE stale)")));
    }
}
