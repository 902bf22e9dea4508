package org.kizuna.bench.job;

import java.util.ArrayList;
import java.util.List;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;

/** Every GET of REST, beside the statements of {@code rest-reads.sql}. */
public final class RestReads implements Job {

    private static final int WARM = 40;
    private static final int ROUNDS = 60;
    private static final long ENOUGH = 4_000_000_000L;
    private static final double TIMES = 2;
    private static final double MORE = 6;

    @Override
    public String name() {
        return "REST: reads";
    }

    @Override
    public Turn turn() {
        return Turn.READS;
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        List<RestRead> reads = RestRead.all();
        for (RestRead read : reads) {
            turns(read, site, WARM, new Times(), new Times());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RestRead read : reads) {
            Times application = new Times();
            Times floor = new Times();
            turns(read, site, ROUNDS, application, floor);
            boolean met = application.median() <= TIMES * floor.median() + MORE;
            outcomes.add(new Outcome(
                    "REST: GET " + read.path(),
                    application.median(),
                    floor.median(),
                    "ms",
                    "≤ 2 × + 6 ms",
                    met,
                    false,
                    null));
        }
        return outcomes;
    }

    private static void turns(RestRead read, Site site, int rounds, Times application, Times floor) throws Exception {
        long begun = System.nanoTime();
        for (int round = 0; round < rounds && System.nanoTime() - begun < ENOUGH; round++) {
            RestRead.Numbers numbers = RestRead.Numbers.of(site.size(), round);
            String path = numbers.in(read.path());
            application.add(() -> site.as(read.user()).rest(path));
            List<String> statements = numbers.in(read.floor());
            floor.add(() -> {
                for (String sql : statements) {
                    site.floor().read(sql);
                }
            });
        }
    }
}
