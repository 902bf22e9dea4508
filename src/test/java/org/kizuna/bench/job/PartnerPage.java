package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** A partner with what hangs on it. */
public final class PartnerPage extends Read {

    public PartnerPage() {
        super("page: one partner");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer")
                .get("/partner/view?ref="
                        + Site.reference("P", number(round, site.size().partners())));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        int id = number(round, site.size().partners());
        floor.read("SELECT * FROM partner WHERE id = ?", id);
        for (String part : new String[] {"name", "identifier", "contact"}) {
            floor.read("SELECT * FROM partner_" + part + " WHERE partner_id = ?", id);
        }
        floor.read(
                "SELECT reference, legal_name FROM partner WHERE parent_id = ? ORDER BY legal_name, id LIMIT 51", id);
        floor.read(
                "SELECT a.* FROM agreement_party p JOIN agreement a ON a.id = p.agreement_id WHERE p.partner_id = ? ORDER BY a.title LIMIT 51",
                id);
        floor.read("SELECT * FROM contribution WHERE donor_id = ? ORDER BY purpose LIMIT 51", id);
        floor.read(
                "SELECT e.* FROM event_partner p JOIN isid_event e ON e.id = p.event_id WHERE p.partner_id = ? ORDER BY e.starts_at DESC LIMIT 51",
                id);
        floor.read("SELECT * FROM document WHERE record_kind = ? AND record_id = ?", "Partner", id);
        floor.read(Changes.OF_RECORD, "Partner", id, 6);
    }
}
