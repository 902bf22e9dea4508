package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** An agreement with what hangs on it. */
public final class AgreementPage extends Read {

    public AgreementPage() {
        super("page: one agreement");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer")
                .get("/agreement/view?ref="
                        + Site.reference("A", number(round, site.size().agreements())));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        int id = number(round, site.size().agreements());
        floor.read("SELECT * FROM agreement WHERE id = ?", id);
        floor.read(
                "SELECT p.*, q.reference, q.legal_name FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id = ?",
                id);
        floor.read("SELECT reference, title FROM agreement WHERE parent_id = ?", id);
        floor.read(
                "SELECT c.id, c.reference, c.purpose, (SELECT SUM(amount) FROM ledger_entry e WHERE e.contribution_id = c.id) FROM contribution c WHERE c.agreement_id = ? LIMIT 51",
                id);
        floor.read("SELECT * FROM document WHERE record_kind = ? AND record_id = ?", "Agreement", id);
        floor.read(Changes.OF_RECORD, "Agreement", id, 6);
    }
}
