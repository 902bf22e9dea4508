package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The first page of an officer. */
public final class TodayPage extends Read {

    public TodayPage() {
        super("page: what is due today");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        String capped = "SELECT COUNT(*) FROM (SELECT id FROM agreement WHERE %s LIMIT 1001) capped";
        floor.read(capped.formatted("status = 'DRAFT' AND recorded_by = 'officer'"));
        floor.read(capped.formatted("status = 'CLEARED'"));
        floor.read(capped.formatted("status = 'AWAITING_SIGNATURE'"));
        floor.read(capped.formatted("status = 'IN_FORCE' AND planned_end_on <= CURRENT_DATE + INTERVAL 90 DAY"));
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM isid_event WHERE status = 'HELD' LIMIT 1001) capped");
    }
}
