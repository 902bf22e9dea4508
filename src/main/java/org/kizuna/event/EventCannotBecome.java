package org.kizuna.event;

import org.kizuna.shared.BusinessRuleViolation;

/** The event's status does not lead there. */
public final class EventCannotBecome extends BusinessRuleViolation {

    EventCannotBecome(EventStatus status, EventStatus next) {
        super("status", status, next);
    }
}
