package org.kizuna.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;

/**
 * When an event is, on the clocks of its zone. An hour that the clocks leave out when summer time begins is refused; one
 * that they show twice when it ends is asked about, unless it came with its offset.
 *
 * @param startTime null where only the day is known
 * @param startsAt midnight where the hour is not known
 */
record EventTimes(
        LocalDate startOn,
        @Nullable LocalTime startTime,
        @Nullable LocalDate endOn,
        @Nullable LocalTime endTime,
        ZoneId zone,
        Instant startsAt) {

    private static final int EARLIEST = 1500;
    private static final int LATEST = 2500;

    /** What was typed, or null with problems noted. */
    static @Nullable EventTimes typed(EventData data, @Nullable EventTimes before, Problems problems) {
        problems.required("startOn", data.startOn());
        String name = problems.required("timeZone", data.timeZone(), 40);
        ZoneId zone = zone(name);
        if (zone == null && !name.isEmpty()) {
            problems.add("timeZone", "notAZone");
        }
        requireYear("startOn", data.startOn(), problems);
        requireYear("endOn", data.endOn(), problems);
        problems.inOrder("endOn", data.startOn(), data.endOn());
        LocalDate startOn = data.startOn();
        if (startOn == null || zone == null) {
            return null;
        }
        Instant known = before != null
                        && startOn.equals(before.startOn)
                        && zone.equals(before.zone)
                        && Objects.equals(data.startTime(), before.startTime)
                        && data.startsAt() == null
                ? before.startsAt
                : data.startsAt();
        Instant startsAt = known == null ? instant("startTime", startOn, data.startTime(), zone, problems) : known;
        EventTimes times = new EventTimes(startOn, data.startTime(), data.endOn(), data.endTime(), zone, startsAt);
        times.checkEnd(data.endsAt(), before, problems);
        return times;
    }

    private static void requireYear(String field, @Nullable LocalDate day, Problems problems) {
        if (day != null && (day.getYear() < EARLIEST || day.getYear() > LATEST)) {
            problems.add(field, "eventYear", String.valueOf(EARLIEST), String.valueOf(LATEST));
        }
    }

    private void checkEnd(@Nullable Instant known, @Nullable EventTimes before, Problems problems) {
        if (endTime == null) {
            return;
        }
        LocalDate day = endOn == null ? startOn : endOn;
        if (day.isBefore(startOn)) {
            return; // said of the day
        }
        boolean same =
                before != null && before.endTime != null && before.endsAt().equals(endsAt());
        Instant end = known;
        if (end == null) {
            end = same ? endsAt() : instant("endTime", day, endTime, zone, problems);
            end = end.isBefore(startsAt) ? endsAt() : end;
        }
        if (end.isBefore(startsAt)) {
            problems.add("endTime", "endsBeforeItStarts");
        } else if (!end.equals(endsAt())) {
            problems.add("endTime", "secondHourAtEnd", endTime.toString(), day);
        }
    }

    private static Instant instant(
            String field, LocalDate day, @Nullable LocalTime time, ZoneId zone, Problems problems) {
        if (time == null) {
            return day.atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = day.atTime(time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            problems.add(field, "hourDoesNotExist", time.toString(), day, zone.getId());
        } else if (offsets.size() > 1) {
            problems.ask(
                    field, "hourTwice", time.toString(), day, offsets.get(0).getId());
        }
        return local.atZone(zone).toInstant();
    }

    /** An offset is none: it says nothing of summer time. */
    static @Nullable ZoneId zone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }

    /** The end: that of the last day where no hour is known, the start where no end is known at all. */
    Instant endsAt() {
        LocalDate day = endOn == null ? startOn : endOn;
        if (endTime == null) {
            return endOn == null && startTime != null
                    ? startsAt
                    : day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        LocalDateTime local = day.atTime(endTime);
        return zone.getRules().getValidOffsets(local).stream()
                .map(local::toInstant)
                .filter(end -> !end.isBefore(startsAt))
                .findFirst()
                .orElseGet(() -> local.atZone(zone).toInstant());
    }
}
