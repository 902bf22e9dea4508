package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The newest partners. */
public final class PartnerListSorted extends Read {

    public PartnerListSorted() {
        super("list partners, sorted by reference downwards");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list?sort=-reference");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner ORDER BY reference DESC LIMIT 51");
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM partner LIMIT 1001) capped");
    }
}
