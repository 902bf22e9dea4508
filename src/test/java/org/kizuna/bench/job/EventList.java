package org.kizuna.bench.job;

import org.kizuna.bench.Floor;
import org.kizuna.bench.Read;
import org.kizuna.bench.Site;

/** The fifty latest events. */
public final class EventList extends Read {

    public EventList() {
        super("list events, first page");
    }

    @Override
    protected void application(Site site, int round) throws Exception {
        site.as("officer").get("/event/list");
    }

    @Override
    protected void floor(Floor floor, Site site, int round) throws Exception {
        floor.read(
                "SELECT e.id, e.version, e.reference, e.title, e.kind, e.mode, e.status, e.start_on, e.start_time, e.time_zone, e.starts_at, s.reference, s.title FROM isid_event e LEFT JOIN event_series s ON s.id = e.series_id ORDER BY e.starts_at DESC, e.id DESC LIMIT 51");
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM isid_event LIMIT 1001) capped");
    }
}
