package org.kizuna.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRow;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.PageRequest;

/** The events of a partner, or tied to a record, for its page. */
@Named
@RequestScoped
public class EventsOf {

    private static final int MOST = 10;

    @Inject
    private EventQueries queries;

    private final Map<EventCriteria, List<EventRow>> known = new HashMap<>();

    public List<EventRow> partner(long id) {
        return list(new EventCriteria(null, null, null, null, id, null));
    }

    public List<EventRow> record(String kind, long id) {
        return list(EventCriteria.tiedTo(new RecordRef(kind, id)));
    }

    /** What came out of a partner's events. */
    public List<EventQueries.Outcome> outcomes(long partnerId) {
        return queries.outcomes(partnerId, MOST);
    }

    private List<EventRow> list(EventCriteria criteria) {
        PageRequest newest = new PageRequest("-start", MOST, null, null);
        return known.computeIfAbsent(
                criteria, wanted -> queries.list(wanted, newest).items());
    }
}
