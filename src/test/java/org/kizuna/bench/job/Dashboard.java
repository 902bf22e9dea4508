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
    private static final long ENOUGH = 8_000_000_000L;
    private static final double MOST = 100;
    private static final String RATES = " LEFT JOIN (SELECT v.value_date, MAX(y.effective_on) effective FROM (SELECT"
            + " DISTINCT value_date FROM ledger_entry WHERE value_year BETWEEN 2021 AND 2025) v JOIN exchange_rate y ON"
            + " y.currency = 'JPY' AND y.effective_on <= v.value_date GROUP BY v.value_date) r ON r.value_date ="
            + " e.value_date LEFT JOIN exchange_rate x ON x.currency = 'JPY' AND x.effective_on = r.effective";

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
        double dollars = floor(site.floor(), "e.usd_amount", "", "");
        outcomes.add(Outcome.told("page: donor dashboard, cold", median(site, "", 1), dollars, "ms"));
        median(site, "", WARM);
        outcomes.add(warm("page: donor dashboard, warm", site, "", dollars));
        outcomes.add(warm(
                "page: donor dashboard in yen, warm",
                site,
                "&currency=JPY",
                floor(
                        site.floor(),
                        "CASE WHEN e.currency = 'JPY' THEN e.exact_amount ELSE e.usd_amount * x.per_usd END",
                        RATES,
                        "")));
        outcomes.add(warm(
                "page: donor dashboard of one donor, warm",
                site,
                "&donor=" + Site.reference("P", 3),
                floor(site.floor(), "e.usd_amount", "", " AND e.donor_id = 3")));
        return outcomes;
    }

    private static Outcome warm(String name, Site site, String more, double floor) throws Exception {
        double page = median(site, more, WARM);
        return new Outcome(name, page, floor, "ms", "≤ 100 ms, ≤ 1.3 × S", page <= MOST, true, null);
    }

    private static double median(Site site, String more, int rounds) throws Exception {
        Times times = new Times();
        long begun = System.nanoTime();
        for (int round = 0; round < rounds && System.nanoTime() - begun < ENOUGH; round++) {
            times.add(() -> site.as("manager").get("/dashboard/donors?from=2021&to=2025" + more));
        }
        return times.median();
    }

    private static double floor(Floor floor, String value, String rates, String condition) throws Exception {
        String sums = "SUM(CASE WHEN e.measure = 'PLEDGED' THEN " + value + " END),"
                + " SUM(CASE WHEN e.measure = 'COMMITTED' THEN " + value + " END),"
                + " SUM(CASE WHEN e.measure = 'RECEIVED' THEN " + value
                + " END) received, COUNT(*) FROM ledger_entry e";
        String where = " WHERE e.value_year BETWEEN 2021 AND 2025" + condition;
        Times times = new Times();
        for (int round = 0; round < 3; round++) {
            times.add(() -> {
                floor.read("SELECT e.value_year, e.instrument, " + sums + rates + where
                        + " GROUP BY e.value_year, e.instrument");
                floor.read("SELECT d.id, d.reference, d.legal_name, " + sums + " JOIN partner d ON d.id = e.donor_id"
                        + rates + where + " GROUP BY d.id, d.reference, d.legal_name ORDER BY received DESC LIMIT 20");
            });
        }
        return times.median();
    }
}
