package org.kizuna.event.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;
import org.kizuna.shared.rest.Body;

/**
 * A start or an end as REST takes it: a day, a day and a time, or those with an offset or a zone [ISO 8601, RFC 9557].
 *
 * @param time local to the zone; null where only the day is known
 */
record LocalMoment(
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable String zone) {

    private static final LocalMoment NONE = new LocalMoment(null, null, null);

    static LocalMoment of(Body json, String name) {
        String text = json.text(name);
        if (text == null) {
            return NONE;
        }
        try {
            return parse(text);
        } catch (DateTimeException e) {
            json.problem(name, "notAMoment", text);
            return NONE;
        }
    }

    private static LocalMoment parse(String text) {
        if (text.length() <= 10) {
            return new LocalMoment(Time.day(text), null, null);
        }
        try {
            ZonedDateTime zoned = ZonedDateTime.parse(text);
            return new LocalMoment(
                    zoned.toLocalDate(), zoned.toLocalTime(), zoned.getZone().getId());
        } catch (DateTimeException e) {
            LocalDateTime local = LocalDateTime.parse(text);
            return new LocalMoment(local.toLocalDate(), local.toLocalTime(), null);
        }
    }

    String zoneOr(String other) {
        return Objects.requireNonNullElse(zone, other);
    }
}
