package org.kizuna.event.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventStatus;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.security.Roles;

/** Events of which nobody reported yet. */
@Dependent
public class EventsToday implements TodayPart {

    @Inject
    private EventQueries events;

    @Override
    public int place() {
        return 40;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.OFFICER)) {
            today.due(
                    "due.reports",
                    events.count(new EventCriteria(null, null, EventStatus.HELD, null, null, null)),
                    "/event/list?status=HELD");
            today.next("event.new", "/event/edit");
        }
        if (today.isFor(Roles.MANAGER)) {
            today.next("events", "/event/list");
        }
    }
}
