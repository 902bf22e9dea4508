package org.kizuna.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/** One event in a list. */
public record EventRow(
        long id,
        long version,
        Reference reference,
        String title,
        EventKind kind,
        EventMode mode,
        EventStatus status,
        LocalDate startOn,
        @Nullable LocalTime startTime,
        String timeZone,
        Instant startsAt,
        @Nullable Reference series,
        @Nullable String seriesTitle,
        List<PartnerRow> partners) {

    /** For queries, which read the columns. */
    public EventRow(
            Long id,
            Long version,
            Reference reference,
            String title,
            EventKind kind,
            EventMode mode,
            EventStatus status,
            LocalDate startOn,
            @Nullable LocalTime startTime,
            String timeZone,
            Instant startsAt,
            @Nullable Reference series,
            @Nullable String seriesTitle) {
        this(
                id,
                version,
                reference,
                title,
                kind,
                mode,
                status,
                startOn,
                startTime,
                timeZone,
                startsAt,
                series,
                seriesTitle,
                List.of());
    }

    EventRow with(List<PartnerRow> parts) {
        return new EventRow(
                id,
                version,
                reference,
                title,
                kind,
                mode,
                status,
                startOn,
                startTime,
                timeZone,
                startsAt,
                series,
                seriesTitle,
                parts);
    }

    /** A partner with a part in it. */
    public record PartnerRow(long eventId, Reference partner, String partnerName, EventPartnerRole role) {}
}
