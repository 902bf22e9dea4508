package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Partners that have a word, which many have. */
public final class PartnerListByWord extends Read {

    public PartnerListByWord() {
        super("list partners, filtered by a word");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list?q=textile");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner WHERE id + 0 IN (SELECT record_id FROM search_term WHERE kind = 'Partner' AND term LIKE 'textile%') ORDER BY legal_name, id LIMIT 51");
        floor.read(
                "SELECT COUNT(*) FROM (SELECT DISTINCT record_id FROM search_term WHERE kind = 'Partner' AND term LIKE 'textile%' LIMIT 1001) capped");
    }
}
