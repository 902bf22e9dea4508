package org.kizuna.bench.job;

import java.io.IOException;
import org.kizuna.bench.Site;
import org.kizuna.bench.Visitor;

/** What somebody does all day: opens a list, filters it, opens a record, begins to edit it, saves, reads the dashboard. */
final class Mix {

    private static final int STEPS = 6;

    private Mix() {}

    /** @param number whose record it is, so that nobody saves over somebody else */
    static void step(Visitor visitor, int number, int step) throws IOException, InterruptedException {
        String reference = Site.reference("P", number + 1);
        switch (step % STEPS) {
            case 0 -> visitor.get("/partner/list");
            case 1 -> visitor.get("/partner/list?sector=ACADEMIA&q=water");
            case 2 -> visitor.get("/partner/view?ref=" + reference);
            case 3 -> visitor.get("/partner/edit?ref=" + reference);
            case 4 -> save(visitor, reference, "Seen by " + number + " at step " + step);
            default -> visitor.get("/dashboard/donors?from=2021&to=2025");
        }
    }

    private static void save(Visitor visitor, String reference, String note) throws IOException, InterruptedException {
        String path = "/partners/" + reference;
        var before = visitor.rest(path);
        String body = before.body().replaceFirst("\"note\":(\"[^\"]*\"|null)", "\"note\":\"" + note + "\"");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        if (visitor.put(path, body, tag).statusCode() != 200) {
            throw new IOException("not saved");
        }
    }
}
