package org.kizuna.event;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an event stands. */
public enum EventStatus {
    PLANNED,
    CONFIRMED,
    OPEN,
    HELD,
    REPORTED,
    POSTPONED,
    CANCELLED;

    private static final Map<EventStatus, Set<EventStatus>> NEXT = new EnumMap<>(Map.of(
            PLANNED, EnumSet.of(CONFIRMED, POSTPONED, CANCELLED),
            CONFIRMED, EnumSet.of(OPEN, HELD, POSTPONED, CANCELLED),
            OPEN, EnumSet.of(HELD, POSTPONED, CANCELLED),
            HELD, EnumSet.of(REPORTED),
            POSTPONED, EnumSet.of(PLANNED, CANCELLED)));

    public Set<EventStatus> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }
}
