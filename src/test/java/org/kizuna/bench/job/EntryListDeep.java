package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** One page of one day, a million entries deep. */
public final class EntryListDeep extends Read {

    public EntryListDeep() {
        super("list ledger entries, in the middle of fifteen years");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("treasurer").rest("/contributions/entries?limit=50&from=2018-06-01");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT e.*, c.reference r1, c.purpose, d.reference r2, d.legal_name, r.reference r3, b.reference r4, k.confirmed_by FROM ledger_entry e LEFT JOIN contribution c ON c.id = e.contribution_id LEFT JOIN partner d ON d.id = e.donor_id LEFT JOIN ledger_entry r ON r.id = e.reverses_id LEFT JOIN ledger_entry b ON b.reverses_id = e.id LEFT JOIN ledger_confirmation k ON k.entry_id = e.id WHERE e.value_date >= '2018-06-01' ORDER BY e.value_date, e.id LIMIT 51");
    }
}
