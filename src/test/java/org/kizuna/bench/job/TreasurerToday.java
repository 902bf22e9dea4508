package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Money that waits for somebody to confirm it. Most of what does is new, so the floor begins at the end. */
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
                "SELECT COUNT(*) FROM (SELECT e.id FROM ledger_entry e LEFT JOIN ledger_confirmation k ON k.entry_id = e.id LEFT JOIN ledger_entry b ON b.reverses_id = e.id WHERE e.kind IN ('RECEIPT', 'IN_KIND') AND k.id IS NULL AND b.id IS NULL AND e.recorded_by <> 'treasurer' ORDER BY e.id DESC LIMIT 1001) capped");
    }
}
