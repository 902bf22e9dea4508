package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/**
 * Money and the first fifty agreements as they stood on a day and were known half a year later. The floor reads the
 * changes of as many agreements as fifty in force are found among, and lays nothing over one another.
 */
public final class Portfolio extends Read {

    private static final int YEARS = 10;

    public Portfolio() {
        super("portfolio at a past moment");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        int year = 2014 + round % YEARS;
        site.as("manager")
                .rest("/dashboard/portfolio?standingOn=" + year + "-06-30&knownOn=" + year + "-12-31&limit=50");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        int year = 2014 + round % YEARS;
        String known = year + "-12-31 23:59:59.999999";
        floor.read(
                "SELECT currency, SUM(CASE WHEN measure = 'PLEDGED' THEN exact_amount ELSE 0 END), SUM(CASE WHEN measure = 'COMMITTED' THEN exact_amount ELSE 0 END), SUM(CASE WHEN measure = 'RECEIVED' THEN exact_amount ELSE 0 END) FROM ledger_entry WHERE value_date <= ? AND recorded_at <= ? GROUP BY currency ORDER BY currency",
                year + "-06-30",
                known);
        floor.read(
                "SELECT c.entity_id, c.operation, c.after_values FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = 'Agreement' AND c.entity_id BETWEEN 1 AND 200 AND s.recorded_at <= ? ORDER BY c.entity_id, c.change_set_id, c.position",
                known);
    }
}
