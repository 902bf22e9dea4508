package org.kizuna.bench.job;

import java.util.ArrayList;
import java.util.List;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;

/** The donor dashboard: cold, when the last five years are asked for the first time, and warm. */
public final class Dashboard implements Job {

    private static final int WARM = 12;
    private static final long ENOUGH = 10_000_000_000L;
    private static final double MOST = 100;

    @Override
    public String name() {
        return "page: donor dashboard";
    }

    @Override
    public Turn turn() {
        return Turn.READS;
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.told("page: donor dashboard, cold", median(site, "", 1), floor(site.floor()), "ms"));
        median(site, "", WARM);
        outcomes.add(warm("page: donor dashboard, warm", site, ""));
        outcomes.add(warm("page: donor dashboard in yen, warm", site, "&currency=JPY"));
        outcomes.add(warm("page: donor dashboard of one donor, warm", site, "&donor=" + Site.reference("P", 3)));
        return outcomes;
    }

    private static Outcome warm(String name, Site site, String more) throws Exception {
        double page = median(site, more, WARM);
        return new Outcome(name, page, floor(site.floor()), "ms", "≤ 100 ms, ≤ 1.3 × S", page <= MOST, true, null);
    }

    private static double median(Site site, String more, int rounds) throws Exception {
        Times times = new Times();
        long begun = System.nanoTime();
        for (int round = 0; round < rounds && System.nanoTime() - begun < ENOUGH; round++) {
            times.add(() -> site.as("manager").get("/dashboard/donors?from=2021&to=2025" + more));
        }
        return times.median();
    }

    private static double floor(Floor floor) throws Exception {
        Times times = new Times();
        for (int round = 0; round < 3; round++) {
            times.add(() -> {
                floor.read(
                        "SELECT value_year, instrument, SUM(CASE WHEN measure = 'PLEDGED' THEN usd_amount END), SUM(CASE WHEN measure = 'COMMITTED' THEN usd_amount END), SUM(CASE WHEN measure = 'RECEIVED' THEN usd_amount END), COUNT(*) FROM ledger_entry WHERE value_year BETWEEN 2021 AND 2025 GROUP BY value_year, instrument");
                floor.read(
                        "SELECT donor_id, SUM(CASE WHEN measure = 'RECEIVED' THEN usd_amount END) s, COUNT(*) FROM ledger_entry WHERE value_year BETWEEN 2021 AND 2025 GROUP BY donor_id ORDER BY s DESC LIMIT 20");
            });
        }
        return times.median();
    }
}
