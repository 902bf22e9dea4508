package org.kizuna.bench.job;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;
import org.kizuna.bench.Visitor;

/** A save of an agreement through the REST interface. Its floor does the same to the tables, without a journal. */
public final class AgreementSave implements Job {

    private static final int WARM = 100;
    private static final int ROUNDS = 200;
    private static final double MORE = 6;

    @Override
    public String name() {
        return "save an agreement";
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor officer = site.as("officer");
        List<Integer> drafts = Drafts.of(site.floor(), ROUNDS);
        Times saving = new Times();
        Times plain = new Times();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            int number = drafts.get(round % drafts.size());
            String path = "/agreements/" + Site.reference("A", number);
            HttpResponse<String> before = officer.rest(path);
            String body = before.body()
                    .replaceFirst("\"summary\":(\"[^\"]*\"|null)", "\"summary\":\"Saved in round " + round + "\"");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            boolean counts = round >= WARM;
            (counts ? saving : new Times()).add(() -> saved(officer.put(path, body, tag)));
            (counts ? plain : new Times()).add(() -> site.floor().together(() -> write(site.floor(), number)));
        }
        return List.of(outcome(name(), saving.median(), plain.median()));
    }

    static Outcome outcome(String job, double application, double floor) {
        boolean met = application <= 2 * floor + MORE;
        return new Outcome(job, application, floor, "ms", "≤ 2 × + 6 ms, ≤ 1.3 × S", met, true, null);
    }

    static void saved(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void write(Floor floor, int number) throws SQLException {
        floor.read("SELECT * FROM agreement WHERE id = ?", number);
        floor.read("SELECT * FROM agreement_party WHERE agreement_id = ?", number);
        floor.write("UPDATE agreement SET version = version + 1, summary = ? WHERE id = ?", "Saved " + number, number);
    }
}
