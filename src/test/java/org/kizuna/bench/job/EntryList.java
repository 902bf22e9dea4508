package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The ledger, from its end. */
public final class EntryList extends Read {

    public EntryList() {
        super("list ledger entries, newest first");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("treasurer").rest("/contributions/entries?sort=-date&limit=50");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT e.*, c.reference r1, c.purpose, d.reference r2, d.legal_name, r.reference r3, b.reference r4, k.confirmed_by FROM ledger_entry e LEFT JOIN contribution c ON c.id = e.contribution_id LEFT JOIN partner d ON d.id = e.donor_id LEFT JOIN ledger_entry r ON r.id = e.reverses_id LEFT JOIN ledger_entry b ON b.reverses_id = e.id LEFT JOIN ledger_confirmation k ON k.entry_id = e.id ORDER BY e.value_date DESC, e.id DESC LIMIT 51");
    }
}
