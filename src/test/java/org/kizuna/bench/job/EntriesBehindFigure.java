package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** What a donor gave in one year, and its sum. */
public final class EntriesBehindFigure extends Read {

    public EntriesBehindFigure() {
        super("page: entries behind one figure");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("manager")
                .get("/contribution/entries?measure=RECEIVED&from=2015-01-01&to=2015-12-31&donor="
                        + Site.reference("P", 1 + round % 40));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT e.*, c.reference r1, c.purpose, d.reference r2, d.legal_name, r.reference r3, b.reference r4, k.confirmed_by FROM ledger_entry e LEFT JOIN contribution c ON c.id = e.contribution_id LEFT JOIN partner d ON d.id = e.donor_id LEFT JOIN ledger_entry r ON r.id = e.reverses_id LEFT JOIN ledger_entry b ON b.reverses_id = e.id LEFT JOIN ledger_confirmation k ON k.entry_id = e.id WHERE e.donor_id = ? AND e.measure = 'RECEIVED' AND e.value_date BETWEEN '2015-01-01' AND '2015-12-31' ORDER BY e.value_date, e.id LIMIT 51",
                1 + round % 40);
        floor.read(
                "SELECT SUM(received), SUM(not_convertible) FROM ledger_sum WHERE currency = 'USD' AND instrument = 'ALL' AND donor_id = ? AND value_year = 2015",
                1 + round % 40);
    }
}
