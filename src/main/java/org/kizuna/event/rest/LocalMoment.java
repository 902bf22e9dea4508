package org.kizuna.event.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;
import org.kizuna.shared.rest.Body;

/**
 * A start or an end as REST takes it: a day, a day and a time, or those with an offset or a zone [ISO 8601, RFC 9557].
 * With an offset or a zone it is an instant, whose day and time are those of the event's zone.
 *
 * @param time null where only the day is known
 * @param zone the zone it was written in, if any
 * @param instant null where it was written without offset
 */
record LocalMoment(
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable String zone,
        @Nullable Instant instant) {

    /** Of ISO 8601, offsets also by their hours alone or without a colon; a zone also without an offset [RFC 9557]. */
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][xxxx][x]")
            .optionalStart()
            .appendLiteral('[')
            .parseCaseSensitive()
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private static final LocalMoment NONE = new LocalMoment(null, null, null, null);

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

    /**
     * @throws DateTimeException also when the offset is not one of the zone at that time, or when there is none and the
     *     zone's clocks show that time twice or not at all
     */
    static LocalMoment parse(String text) {
        if (text.length() <= 10) {
            return new LocalMoment(Time.day(text), null, null, null);
        }
        TemporalAccessor read = FORM.parse(text);
        LocalDateTime local = LocalDateTime.from(read);
        Time.day(local.toLocalDate().toString());
        ZoneId zone = read.query(TemporalQueries.zoneId());
        if (zone != null && !read.isSupported(ChronoField.OFFSET_SECONDS)) {
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw new DateTimeException("Which of them cannot be told");
            }
            return new LocalMoment(
                    local.toLocalDate(), local.toLocalTime(), zone.getId(), local.toInstant(offsets.get(0)));
        }
        if (!read.isSupported(ChronoField.OFFSET_SECONDS)) {
            return new LocalMoment(local.toLocalDate(), local.toLocalTime(), null, null);
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(read.get(ChronoField.OFFSET_SECONDS));
        if (zone != null && !zone.getRules().isValidOffset(local, offset)) {
            throw new DateTimeException("Another offset than the zone has");
        }
        String name = zone == null ? offset.equals(ZoneOffset.UTC) ? "UTC" : null : zone.getId();
        return new LocalMoment(local.toLocalDate(), local.toLocalTime(), name, local.toInstant(offset));
    }

    /** As the clocks of a zone show it; unchanged without an offset of its own, or where there is no such zone. */
    LocalMoment in(@Nullable String event) {
        if (instant == null || event == null || !ZoneId.getAvailableZoneIds().contains(event)) {
            return this;
        }
        ZonedDateTime there = instant.atZone(ZoneId.of(event));
        return new LocalMoment(there.toLocalDate(), there.toLocalTime(), event, instant);
    }
}
