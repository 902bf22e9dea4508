package org.kizuna.bench.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** A page half-way through the list, to which a reader has gone page by page. */
public final class PartnerListDeep extends Read {

    private static final int AT_ONCE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private String after = "";
    private String name = "";

    public PartnerListDeep() {
        super("list partners, half-way");
    }

    @Override
    protected void prepare(Site site) throws Exception {
        String next = "";
        for (int seen = 0; seen < site.size().partners() / 2; seen += AT_ONCE) {
            var page = JSON.readTree(
                    site.as("officer").rest("/partners?limit=" + AT_ONCE + next).body());
            var items = page.get("items");
            name = items.get(items.size() - 1).get("legalName").asText();
            after = page.get("next").isNull() ? "" : "after=" + page.get("next").asText();
            next = "&" + after;
        }
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/partner/list?" + after);
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT id, version, reference, legal_name, local_name, sector, country, status, collective"
                        + " FROM partner WHERE legal_name > ? ORDER BY legal_name, id LIMIT 51",
                name);
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM partner LIMIT 1001) capped");
    }
}
