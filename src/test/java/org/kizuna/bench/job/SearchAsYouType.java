package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** A word that grows with each key, over all kinds of records. */
public final class SearchAsYouType extends Read {

    private static final int MOST = 51;

    /** Whose title begins with something else. */
    private static final String OTHERS = "SELECT e.* FROM search_entry e JOIN (SELECT DISTINCT kind, record_id FROM"
            + " search_term WHERE term LIKE ?) t ON t.kind = e.kind AND t.record_id = e.record_id WHERE"
            + " e.reference <> ? AND e.title NOT LIKE ? ORDER BY e.title, e.kind, e.record_id LIMIT ?";

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
        int found = floor.read("SELECT * FROM search_entry WHERE reference = ? LIMIT " + MOST, asked)
                + floor.read(
                        "SELECT * FROM search_entry WHERE title LIKE ? ORDER BY title, kind, record_id LIMIT " + MOST,
                        asked + "%");
        if (found < MOST) {
            floor.read(OTHERS, asked + "%", asked, asked + "%", MOST - found);
        }
    }
}
