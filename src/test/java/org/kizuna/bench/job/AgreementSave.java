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

    private static final int ROUNDS = 60;
    private static final double SHARE = 0.4;

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
        for (int round = 0; round < ROUNDS; round++) {
            int number = drafts.get(round % drafts.size());
            String path = "/agreements/" + Site.reference("A", number);
            HttpResponse<String> before = officer.rest(path);
            String body = before.body()
                    .replaceFirst("\"summary\":(\"[^\"]*\"|null)", "\"summary\":\"Saved in round " + round + "\"");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            Times all = round < ROUNDS / 3 ? new Times() : saving;
            all.add(() -> saved(officer.put(path, body, tag)));
            plain.add(() -> site.floor().together(() -> write(site.floor(), number)));
            journaled.add(() -> site.floor().together(() -> {
                write(site.floor(), number);
                journal(site.floor(), number);
            }));
        }
        double share = (journaled.median() - plain.median()) / saving.median();
        return List.of(
                Outcome.told("save an agreement", saving.median(), plain.median(), "ms"),
                new Outcome(
                        "save an agreement: what the journal's rows cost of it",
                        share * 100,
                        null,
                        "%",
                        "≤ 40 %",
                        share <= SHARE));
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
