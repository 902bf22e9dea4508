package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The first fifty partners by name. */
public final class PartnerList extends Read {

    public PartnerList() {
        super("list partners, first page");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner ORDER BY legal_name, id LIMIT 51");
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM partner LIMIT 1001) capped");
    }
}
