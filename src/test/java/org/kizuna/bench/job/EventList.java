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
                "SELECT id, version, reference, series_id, title, kind, mode, status, start_on, time_zone, starts_at FROM isid_event ORDER BY starts_at DESC, id DESC LIMIT 51");
        floor.read(
                "SELECT p.event_id, q.reference, q.legal_name, p.role FROM event_partner p JOIN partner q ON q.id = p.partner_id WHERE p.event_id BETWEEN ? AND ?",
                100,
                149);
        floor.read("SELECT COUNT(*) FROM (SELECT id FROM isid_event LIMIT 1001) capped");
    }
}
