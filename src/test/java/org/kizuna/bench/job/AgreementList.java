package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The first fifty agreements by title. */
public final class AgreementList extends Read {

    public AgreementList() {
        super("list agreements, first page");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/agreement/list");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, type, title, status, ceiling, currency, starts_on, planned_end_on, sample FROM agreement ORDER BY title, id LIMIT 51");
        floor.read(
                "SELECT p.agreement_id, q.reference, q.legal_name, p.role FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id BETWEEN ? AND ?",
                100,
                149);
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM agreement LIMIT 1001) capped");
    }
}
