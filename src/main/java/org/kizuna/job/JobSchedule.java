package org.kizuna.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When work is due of itself.
 *
 * @param hour on the clocks of the organisation; null for every hour
 * @param minute of the hour
 */
public record JobSchedule(@Nullable Integer hour, int minute) {

    public JobSchedule {
        if (minute < 0 || minute > 59 || (hour != null && (hour < 0 || hour > 23))) {
            throw new IllegalArgumentException("No such time: " + hour + ":" + minute);
        }
    }

    public static JobSchedule everyHour(int minute) {
        return new JobSchedule(null, minute);
    }

    public static JobSchedule everyDay(int hour, int minute) {
        return new JobSchedule(hour, minute);
    }

    /** The newest moment at which it was due. */
    Instant newest(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime due = hour == null
                ? local.truncatedTo(ChronoUnit.HOURS).plusMinutes(minute)
                : local.toLocalDate().atTime(hour, minute).atZone(zone);
        if (!due.isAfter(local)) {
            return due.toInstant();
        }
        return hour == null
                ? due.minusHours(1).toInstant()
                : local.toLocalDate()
                        .minusDays(1)
                        .atTime(hour, minute)
                        .atZone(zone)
                        .toInstant();
    }
}
