package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Money that waits for somebody to confirm it. */
public final class TreasurerToday extends Read {

    public TreasurerToday() {
        super("page: what the treasurer has to confirm");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("treasurer").get("/");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT COUNT(*) FROM (SELECT entry_id FROM ledger_unconfirmed WHERE recorded_by <> 'treasurer' LIMIT 1001) capped");
    }
}
