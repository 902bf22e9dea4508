package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** A word that grows with each key, over all kinds of records. */
public final class SearchAsYouType extends Read {

    public SearchAsYouType() {
        super("search as-you-type");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/search?q=" + "fisheries".substring(0, 2 + round % 8));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        String asked = "fisheries".substring(0, 2 + round % 8);
        floor.read(
                "SELECT e.* FROM search_entry e JOIN (SELECT DISTINCT kind, record_id FROM search_term WHERE term LIKE ?) t ON t.kind = e.kind AND t.record_id = e.record_id ORDER BY CASE WHEN e.reference = ? THEN 0 WHEN e.title LIKE ? THEN 1 ELSE 2 END, e.title, e.kind, e.record_id LIMIT 51",
                asked + "%",
                asked,
                asked + "%");
    }
}
