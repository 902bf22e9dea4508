package org.kizuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Where the time comes from. */
@ApplicationScoped
public class Time {

    private static final ZoneId ZONE = zone(System.getProperty("kizuna.zone"), System.getenv("KIZUNA_ZONE"));
    private static volatile @Nullable Clock found;

    /** Before the first and after the last moment that columns hold, a database compares with nothing. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * The clock, for what persistence makes and nothing is injected into. It is looked up once: that takes longer than
     * asking it.
     */
    public static Clock find() {
        Clock known = found;
        if (known == null) {
            known = CDI.current().select(Clock.class).get();
            found = known;
        }
        return known;
    }

    /** Now, as fine as the columns keep it: microseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today where the organisation is. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** When a day begins where the organisation is, in UTC, as columns hold moments. */
    public static LocalDateTime start(LocalDate day) {
        LocalDateTime start = LocalDateTime.ofInstant(day.atStartOfDay(zone()).toInstant(), ZoneOffset.UTC);
        return start.isBefore(FIRST) ? FIRST : start;
    }

    /** When a day is over where the organisation is, in UTC, as columns hold moments; the last of them is never over. */
    public static LocalDateTime end(LocalDate day) {
        LocalDateTime end = start(day.plusDays(1));
        return end.isAfter(LAST) ? LAST : end;
    }

    /** The organisation's zone: {@code kizuna.zone}, or KIZUNA_ZONE in the environment; UTC where neither is set. */
    public static ZoneId zone() {
        return ZONE;
    }

    static ZoneId zone(@Nullable String property, @Nullable String environment) {
        String name = property == null || property.isBlank() ? environment : property;
        return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name.strip());
    }

    /**
     * A moment as ISO 8601 writes it, with its offset.
     *
     * @throws DateTimeException also for years that Java knows and no database does
     */
    public static Instant moment(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        day(moment.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return moment;
    }

    /**
     * A day as ISO 8601 writes it.
     *
     * @throws DateTimeException also for years that Java knows and no database does
     */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("Year " + day.getYear());
        }
        return day;
    }
}
