package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Partners of one sector in one country. */
public final class PartnerListFiltered extends Read {

    public PartnerListFiltered() {
        super("list partners, filtered by sector and country");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list?sector=ACADEMIA&country=JP");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner WHERE sector = 'ACADEMIA' AND country = 'JP' ORDER BY legal_name, id LIMIT 51");
        floor.read(
                "SELECT COUNT(*) FROM (SELECT id FROM partner WHERE sector = 'ACADEMIA' AND country = 'JP' LIMIT 1001) capped");
    }
}
