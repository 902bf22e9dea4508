package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Partners that have a word, which many have. */
public final class PartnerListByWord extends Read {

    private static final int MANY = 1001;
    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT DISTINCT record_id FROM search_term WHERE"
            + " kind = 'Partner' AND term LIKE 'textile%' LIMIT " + MANY + ") capped";
    private static final String COLUMNS =
            "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner p";

    public PartnerListByWord() {
        super("list partners, filtered by a word");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list?q=textile");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        boolean many = String.valueOf(MANY).equals(floor.one(COUNT));
        floor.read(
                many
                        ? COLUMNS
                                + " FORCE INDEX (partner_by_name) WHERE (SELECT 1 FROM search_term t WHERE t.kind = 'Partner' AND t.record_id = p.id AND"
                                + " t.term LIKE 'textile%' LIMIT 1) = 1 ORDER BY legal_name, id LIMIT 51"
                        : COLUMNS
                                + " WHERE id IN (SELECT record_id FROM search_term WHERE kind = 'Partner' AND term LIKE"
                                + " 'textile%') ORDER BY legal_name, id LIMIT 51");
    }
}
