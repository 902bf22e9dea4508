package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** Two words, one of them a number. */
public final class SearchTwoWords extends Read {

    public SearchTwoWords() {
        super("search two words");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer")
                .get("/search?q=textile%20" + number(round, site.size().partners()));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        int number = number(round, site.size().partners());
        floor.read(
                "SELECT DISTINCT e.* FROM search_term n JOIN search_term t ON t.kind = n.kind AND t.record_id = n.record_id AND t.term LIKE ? JOIN search_entry e ON e.kind = n.kind AND e.record_id = n.record_id WHERE n.term LIKE ? ORDER BY CASE WHEN e.reference = ? THEN 0 WHEN e.title LIKE ? THEN 1 ELSE 2 END, e.title, e.kind, e.record_id LIMIT 51",
                "textile%",
                number + "%",
                "textile " + number,
                "textile " + number + "%");
    }
}
