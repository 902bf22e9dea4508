package org.kizuna.event;

import java.time.LocalDate;
import org.kizuna.shared.BusinessRuleViolation;

/** The event was held only when it has ended. */
public final class EventIsNotOver extends BusinessRuleViolation {

    /** @param until the day of its end, in its zone */
    EventIsNotOver(LocalDate until) {
        super("status", until);
    }
}
