package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** A record that was changed often. */
public final class RecordHistory extends Read {

    public RecordHistory() {
        super("page: history of one record");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer")
                .get("/history/record?kind=Partner&ref="
                        + Site.reference("P", number(round, site.size().partners() / 10)));
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(Changes.OF_RECORD, "Partner", number(round, site.size().partners() / 10), 51);
    }
}
