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

/** A save of a partner through REST: its acronym, which anybody may change at any time. */
public final class PartnerSave implements Job {

    private static final int WARM = 100;
    private static final int ROUNDS = 200;

    @Override
    public String name() {
        return "save a partner";
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Visitor officer = site.as("officer");
        Times saving = new Times();
        Times plain = new Times();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            int number = 1 + (round * 37 + 11) % site.size().partners();
            String path = "/partners/" + Site.reference("P", number);
            HttpResponse<String> before = officer.rest(path);
            String body = before.body().replaceFirst("\"acronym\":(\"[^\"]*\"|null)", "\"acronym\":\"R" + round + "\"");
            String tag = before.headers().firstValue("ETag").orElseThrow();
            boolean counts = round >= WARM;
            (counts ? saving : new Times()).add(() -> AgreementSave.saved(officer.put(path, body, tag)));
            (counts ? plain : new Times()).add(() -> site.floor().together(() -> write(site.floor(), number)));
        }
        return List.of(AgreementSave.outcome(name(), saving.median(), plain.median()));
    }

    private static void write(Floor floor, int number) throws SQLException {
        floor.read("SELECT * FROM partner WHERE id = ?", number);
        for (String part : new String[] {"name", "identifier", "contact"}) {
            floor.read("SELECT * FROM partner_" + part + " WHERE partner_id = ?", number);
        }
        floor.write("UPDATE partner SET version = version + 1, acronym = ? WHERE id = ?", "F" + number, number);
    }
}
