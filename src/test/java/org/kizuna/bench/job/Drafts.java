package org.kizuna.bench.job;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.kizuna.bench.Floor;

/** Agreements that are drafts: only a draft's terms can be changed. */
final class Drafts {

    private static final int MOST = 100;

    private Drafts() {}

    /** Their numbers, so many at the most. */
    static List<Integer> of(Floor floor, int most) throws SQLException {
        // the list of all is longer than what GROUP_CONCAT may be
        String numbers = String.valueOf(floor.one("SELECT GROUP_CONCAT(id) FROM (SELECT id FROM agreement"
                + " WHERE status = 'DRAFT' ORDER BY id LIMIT " + Math.min(most, MOST) + ") drafts"));
        return Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
    }
}
