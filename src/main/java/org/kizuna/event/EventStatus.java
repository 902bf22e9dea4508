package org.kizuna.event;

import java.util.Set;

/** Where an event stands. {@link EventLifecycle} says what leads from one to another. */
public enum EventStatus {
    PLANNED,
    CONFIRMED,
    OPEN,
    HELD,
    REPORTED,
    POSTPONED,
    CANCELLED;

    public Set<EventStatus> next() {
        return EventLifecycle.STEPS.next(this);
    }
}
