package org.kizuna.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.MomentType;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Terms;

/**
 * What an event is, when and where: valid or not built, and replaced whole.
 *
 * @param startTime local to the zone; null where only the day is known
 * @param timeZone IANA name
 * @param startsAt the start; midnight where the hour is not known
 */
@Terms
@Embeddable
public record EventTerms(
        String title,
        @Enumerated(EnumType.STRING) EventKind kind,
        @Enumerated(EnumType.STRING) EventMode mode,
        LocalDate startOn,
        @Nullable LocalTime startTime,
        @Nullable LocalDate endOn,
        @Nullable LocalTime endTime,
        String timeZone,
        @JdbcType(MomentType.class) Instant startsAt,
        @Nullable String venue,
        @Nullable String link) {

    /**
     * The terms as typed, or null with problems noted.
     *
     * @param before those that stand, whose instants stay where nothing is said of them
     */
    static @Nullable EventTerms typed(EventData data, @Nullable EventTerms before, Problems problems) {
        int noted = problems.found().size();
        String title = problems.required("title", data.title(), 300);
        EventKind kind = data.kind();
        problems.required("kind", kind);
        String venue = problems.optional("venue", data.venue(), 300);
        String link = EventLists.link("link", data.link(), problems);
        EventTimes times = EventTimes.typed(data, before == null ? null : before.times(), problems);
        if (kind == null || times == null || problems.found().size() > noted) {
            return null;
        }
        return new EventTerms(
                title,
                kind,
                data.mode() == null ? EventMode.VIRTUAL : data.mode(),
                times.startOn(),
                times.startTime(),
                times.endOn(),
                times.endTime(),
                times.zone().getId(),
                times.startsAt(),
                venue,
                link);
    }

    private EventTimes times() {
        return new EventTimes(startOn, startTime, endOn, endTime, ZoneId.of(timeZone), startsAt);
    }

    /** The end; of the last day where the hour is not known, and the start where no end is known. */
    Instant endsAt() {
        return times().endsAt();
    }

    /** The day on which it ends, on the clocks of its zone. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(endsAt(), ZoneId.of(timeZone));
    }
}
