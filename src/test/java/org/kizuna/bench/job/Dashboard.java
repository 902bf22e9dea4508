package org.kizuna.bench.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;
import org.kizuna.contribution.Instrument;

/** The donor dashboard: cold, when the last five years are asked for the first time, and warm. */
public final class Dashboard implements Job {

    private static final int WARM = 60;
    private static final int DONOR = 3;
    static final String INSTRUMENTS =
            Arrays.stream(Instrument.values()).map(one -> "'" + one + "'").collect(Collectors.joining(","));
    private static final long ENOUGH = 8_000_000_000L;
    private static final double MOST = 100;
    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2025;
    private static final String FIGURES =
            "SUM(s.pledged), SUM(s.committed), SUM(s.received) received, SUM(s.entries), SUM(s.not_convertible)";

    /** Among whom the largest of all years are. */
    private static final int LARGEST_OF_YEAR = 50;

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
        double dollars = floor(site.floor(), "USD", 0);
        outcomes.add(Outcome.told("page: donor dashboard, cold", median(site, "", 1), dollars, "ms"));
        median(site, "", WARM);
        outcomes.add(warm("page: donor dashboard, warm", site, "", dollars));
        outcomes.add(warm("page: donor dashboard in yen, warm", site, "&currency=JPY", floor(site.floor(), "JPY", 0)));
        outcomes.add(warm(
                "page: donor dashboard of one donor, warm",
                site,
                "&donor=" + Site.reference("P", DONOR),
                floor(site.floor(), "USD", DONOR)));
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

    /** Over the sums that are kept. Donor 0 is all of them together. */
    private static double floor(Floor floor, String currency, int donor) throws Exception {
        String cells = " s.currency = '" + currency + "' AND s.value_year BETWEEN " + FIRST_YEAR + " AND " + LAST_YEAR;
        String byYear = "SELECT s.value_year, s.instrument, s.pledged, s.committed, s.received, s.entries,"
                + " s.not_convertible FROM ledger_sum s WHERE" + cells + " AND s.instrument IN (" + INSTRUMENTS
                + ") AND s.donor_id = ? ORDER BY s.value_year, s.instrument";
        String byDonor = "SELECT d.id, d.reference, d.legal_name, " + FIGURES + " FROM ("
                + (donor == 0 ? largest(currency) : "SELECT " + donor + " donor_id")
                + ") l STRAIGHT_JOIN ledger_sum s ON s.donor_id = l.donor_id STRAIGHT_JOIN partner d ON d.id = l.donor_id"
                + " WHERE" + cells + " AND s.instrument = 'ALL' GROUP BY d.id, d.reference, d.legal_name"
                + " ORDER BY received DESC LIMIT 20";
        Times times = new Times();
        for (int round = 0; round < WARM; round++) {
            times.add(() -> {
                floor.read(byYear, donor);
                floor.read(byDonor);
            });
        }
        return times.median();
    }

    private static String largest(String currency) {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> "(SELECT donor_id FROM ledger_sum WHERE currency = '" + currency
                        + "' AND instrument = 'ALL' AND value_year = " + year
                        + " AND donor_id <> 0 ORDER BY received DESC LIMIT " + LARGEST_OF_YEAR + ")")
                .collect(Collectors.joining(" UNION "));
    }
}
