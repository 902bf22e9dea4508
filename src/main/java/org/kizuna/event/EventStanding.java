package org.kizuna.event;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Standing;

/** An event had not been held before the day on which it began. */
@Dependent
class EventStanding implements Standing {

    @Override
    public String kind() {
        return IsidEvent.class.getSimpleName();
    }

    @Override
    public Set<String> fields() {
        return Set.of("status", "startOn");
    }

    @Override
    public @Nullable String on(LocalDate day, Map<String, String> fields) {
        String known = fields.getOrDefault("status", EventStatus.PLANNED.name());
        boolean held = known.equals(EventStatus.HELD.name()) || known.equals(EventStatus.REPORTED.name());
        return held && !Standing.hasCome(fields.get("startOn"), day) ? EventStatus.PLANNED.name() : known;
    }
}
