package org.kizuna.bench.job;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;
import org.kizuna.bench.Visitor;

/**
 * A save of an agreement through the REST interface. Its floors do the same to the tables, once as they are and once
 * without what the journal and its seal cost.
 */
public final class AgreementSave implements Job {

    private static final int ROUNDS = 90;
    private static final double SHARE = 0.4;

    /** So many are saved one after the other until the next round of sealing. */
    private static final int LEAVES = 100;

    private static final List<String> SEAL = List.of("journal_leaf", "journal_subtree", "journal_head");

    @Override
    public String name() {
        return "save an agreement";
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor officer = site.as("officer");
        List<Integer> drafts = drafts(site.floor());
        Times saving = new Times();
        Times plain = new Times();
        Times journaled = new Times();
        Times sealed = new Times();
        copies(site.floor());
        for (int round = 0; round < ROUNDS; round++) {
            int number = drafts.get(round % drafts.size());
            String path = "/agreements/" + Site.reference("A", number);
            HttpResponse<String> before = officer.rest(path);
            String body = before.body()
                    .replaceFirst("\"summary\":(\"[^\"]*\"|null)", "\"summary\":\"Saved in round " + round + "\"");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            int now = round;
            boolean warm = round >= ROUNDS / 3;
            add(warm, saving, () -> saved(officer.put(path, body, tag)));
            add(warm, plain, () -> site.floor().together(() -> write(site.floor(), number)));
            add(warm, journaled, () -> site.floor().together(() -> {
                write(site.floor(), number);
                journal(site.floor(), number);
            }));
            add(warm, sealed, () -> site.floor().together(() -> seal(site.floor(), now)));
        }
        for (String table : SEAL) {
            site.floor().write("DROP TABLE bench_" + table);
        }
        double rows = Math.max(0, journaled.median() - plain.median());
        double seal = sealed.median() / LEAVES;
        double share = (rows + seal) / Math.max(1, saving.median() - rows);
        return List.of(
                new Outcome("save an agreement", saving.median(), plain.median(), "ms", "≤ 1.3 × S", null, true, null),
                new Outcome("save an agreement: a change set more in the journal, in SQL", rows, null, "ms", "", null),
                new Outcome(
                                "save an agreement: journal and seal, beside the save without them",
                                share * 100,
                                null,
                                "%",
                                "≤ 40 %",
                                share <= SHARE)
                        .noted(
                                "Reckoned from what their rows cost in SQL, %.2f and %.2f ms; making their texts is not in it."
                                        .formatted(rows, seal)));
    }

    private static void add(boolean counts, Times times, Times.Piece piece) throws Exception {
        (counts ? times : new Times()).add(piece);
    }

    /** What sealing writes stands in tables of its own: two that seal at once would give each other up. */
    private static void copies(Floor floor) throws java.sql.SQLException {
        for (String table : SEAL) {
            floor.write("DROP TABLE IF EXISTS bench_" + table);
            floor.write("CREATE TABLE bench_" + table + " LIKE " + table);
        }
    }

    /** What a round reads and writes: for each change set a leaf and on average one inner hash, and one head. */
    private static void seal(Floor floor, int round) throws java.sql.SQLException {
        int first = round * LEAVES;
        floor.read(
                "SELECT s.*, c.* FROM journal_change_set s JOIN journal_change c ON c.change_set_id = s.id"
                        + " WHERE s.id BETWEEN ? AND ?",
                first + 1000,
                first + 1000 + LEAVES - 1);
        floor.write(
                "INSERT INTO bench_journal_leaf SELECT leaf_index + ?, change_set_id + ?, hash FROM journal_leaf"
                        + " WHERE leaf_index < ?",
                first,
                first,
                LEAVES);
        floor.write(
                "INSERT INTO bench_journal_subtree SELECT level, subtree_index + ?, hash FROM journal_subtree"
                        + " WHERE level = 1 AND subtree_index < ?",
                first,
                LEAVES);
        floor.write(
                "INSERT INTO bench_journal_head SELECT tree_size + ?, root, sealed_at, key_id, public_key, signature,"
                        + " settled_id FROM journal_head ORDER BY tree_size LIMIT 1",
                first);
    }

    /** Only a draft's terms can be changed. */
    private static List<Integer> drafts(Floor floor) throws java.sql.SQLException {
        String numbers = String.valueOf(floor.one("SELECT GROUP_CONCAT(id) FROM (SELECT id FROM agreement"
                + " WHERE status = 'DRAFT' ORDER BY id LIMIT " + ROUNDS + ") drafts"));
        return Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
    }

    private static void saved(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void write(Floor floor, int number) throws java.sql.SQLException {
        floor.read("SELECT * FROM agreement WHERE id = ?", number);
        floor.read("SELECT * FROM agreement_party WHERE agreement_id = ?", number);
        floor.write("UPDATE agreement SET version = version + 1, summary = ? WHERE id = ?", "Saved " + number, number);
    }

    private static void journal(Floor floor, int number) throws java.sql.SQLException {
        floor.write("INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, change_count)"
                + " VALUES (UTC_TIMESTAMP(6), 'officer', 'OFFICER', 'REST', 'AgreementRegister.change', 1)");
        floor.write(
                "INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference, operation, version,"
                        + " before_values, after_values) SELECT LAST_INSERT_ID(), 0, 'Agreement', id, reference,"
                        + " 'UPDATE', version, '{\"summary\":\"\"}', '{\"summary\":\"\"}' FROM agreement WHERE id = ?",
                number);
    }
}
