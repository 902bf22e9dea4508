package org.kizuna.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.kizuna.shared.Time;

/**
 * Two times that history has.
 *
 * @param standingOn the day in the world
 * @param knownAt the moment whose knowledge counts
 */
public record AsOf(LocalDate standingOn, Instant knownAt) {

    /** The year 9999 stands for no end at all; the months after it have no number. */
    private static LocalDate ended(LocalDate day) {
        LocalDate last = LocalDate.of(9999, 11, 30);
        return day.isAfter(last) ? last : day;
    }

    /** @param knownOn the day of the organisation at whose end things were known */
    public static AsOf of(LocalDate standingOn, LocalDate knownOn) {
        return new AsOf(
                ended(standingOn),
                Time.end(ended(knownOn)).toInstant(ZoneOffset.UTC).minus(1, ChronoUnit.MICROS));
    }
}
