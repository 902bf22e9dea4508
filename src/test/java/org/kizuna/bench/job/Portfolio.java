package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/**
 * Money, and fifty agreements a tenth down the list, as they stood on a day and were known half a year later. The floor
 * lays the changes of the agreements over nothing, and does not ask what was committed later than it was made.
 */
public final class Portfolio extends Read {

    private static final int YEARS = 10;
    private static final int AGREEMENTS = 50;
    private static final int TENTH = 10;

    public Portfolio() {
        super("portfolio at a past moment");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        int year = 2014 + round % YEARS;
        site.as("manager")
                .rest("/dashboard/portfolio?standingOn=" + year + "-06-15&knownOn=" + year + "-12-20&limit="
                        + AGREEMENTS + "&after=" + before(site));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        int year = 2014 + round % YEARS;
        String known = year + "-12-20 23:59:59.999999";
        String sums =
                " SUM(CASE WHEN measure = 'PLEDGED' THEN exact_amount ELSE 0 END), SUM(CASE WHEN measure = 'COMMITTED' THEN exact_amount ELSE 0 END), SUM(CASE WHEN measure = 'RECEIVED' THEN exact_amount ELSE 0 END) FROM ledger_entry";
        floor.read(
                "SELECT currency, SUM(pledged), SUM(committed), SUM(received) FROM ledger_known_sum WHERE recorded_month < ? AND value_month < ? GROUP BY currency ORDER BY currency",
                year * 100 + 12,
                year * 100 + 6);
        floor.read(
                "SELECT currency," + sums + " WHERE recorded_at BETWEEN ? AND ? AND value_date <= ? GROUP BY currency",
                year + "-12-01",
                known,
                year + "-06-15");
        floor.read(
                "SELECT currency," + sums + " WHERE value_date BETWEEN ? AND ? AND recorded_at < ? GROUP BY currency",
                year + "-06-01",
                year + "-06-15",
                year + "-12-01");
        floor.read(
                "SELECT c.entity_id, c.operation, c.after_values FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = 'Agreement' AND c.entity_id > ? AND c.entity_id <= ? AND s.recorded_at <= ? ORDER BY c.entity_id, c.change_set_id, c.position",
                before(site),
                before(site) + AGREEMENTS,
                known);
    }

    /** The first of an organisation's agreements were changed the more often the more there are of others. */
    private static int before(Site site) {
        return site.size().agreements() / TENTH;
    }
}
