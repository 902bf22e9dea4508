package org.kizuna.bench.job;

/** Hand-written questions to the journal. */
final class Changes {

    private static final String COLUMNS =
            "s.id, c.position, s.recorded_at, s.actor, s.actor_role, s.action, c.entity, c.entity_id, c.reference,"
                    + " c.operation, c.version, c.before_values, c.after_values";

    static final String OF_RECORD = "SELECT " + COLUMNS
            + " FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = ? AND"
            + " c.entity_id = ? ORDER BY c.change_set_id DESC, c.position DESC LIMIT ?";

    static final String OF_ACTOR = "SELECT " + COLUMNS
            + " FROM (SELECT * FROM journal_change_set FORCE INDEX (journal_change_set_by_actor_action) WHERE actor = ? AND action = ? ORDER BY id DESC LIMIT 51) s"
            + " STRAIGHT_JOIN journal_change c FORCE INDEX (PRIMARY) ON c.change_set_id = s.id ORDER BY s.id DESC, c.position DESC LIMIT ?";

    private Changes() {}
}
