package org.kizuna.event;

import org.kizuna.shared.WrongState;

/** The event's status does not lead there. */
public final class EventCannotBecome extends WrongState {

    EventCannotBecome(EventStatus status, EventStatus next) {
        super("status", status, next);
    }
}
