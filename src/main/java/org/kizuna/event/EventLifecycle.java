package org.kizuna.event;

import static org.kizuna.event.EventStatus.CANCELLED;
import static org.kizuna.event.EventStatus.CONFIRMED;
import static org.kizuna.event.EventStatus.HELD;
import static org.kizuna.event.EventStatus.OPEN;
import static org.kizuna.event.EventStatus.PLANNED;
import static org.kizuna.event.EventStatus.POSTPONED;
import static org.kizuna.event.EventStatus.REPORTED;

import java.util.List;
import java.util.Set;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.Guard;
import org.kizuna.lifecycle.Lifecycle;
import org.kizuna.lifecycle.Step;
import org.kizuna.security.Roles;

/** The life of an event. */
public final class EventLifecycle {

    private static final Set<Asked> NOTHING = Set.of();
    private static final Set<Asked> WHY = Set.of(Asked.REASON);

    /** Its steps, in the order in which they are usually taken. */
    public static final Lifecycle<EventStatus, IsidEvent> STEPS = new Lifecycle<>(
            List.of(
                    step("confirm", Set.of(PLANNED), CONFIRMED, NOTHING, List.of()),
                    step("open", Set.of(CONFIRMED), OPEN, NOTHING, List.of()),
                    step(
                            "markHeld",
                            Set.of(CONFIRMED, OPEN),
                            HELD,
                            NOTHING,
                            List.of((event, problems, now) -> event.requireOver(now))),
                    step(
                            "report",
                            Set.of(HELD),
                            REPORTED,
                            NOTHING,
                            List.of((event, problems, now) -> event.requireOutcome())),
                    step("postpone", Set.of(PLANNED, CONFIRMED, OPEN), POSTPONED, WHY, List.of()),
                    step("planAgain", Set.of(POSTPONED), PLANNED, NOTHING, List.of()),
                    step("cancel", Set.of(PLANNED, CONFIRMED, OPEN, POSTPONED), CANCELLED, WHY, List.of())),
            EventCannotBecome::new);

    private EventLifecycle() {}

    private static Step<EventStatus, IsidEvent> step(
            String method, Set<EventStatus> from, EventStatus to, Set<Asked> asks, List<Guard<IsidEvent>> guards) {
        return new Step<>(method, from, to, Set.of(Roles.OFFICER), asks, guards);
    }
}
