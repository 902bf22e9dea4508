package org.kizuna.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.shared.RefersTo;

/**
 * What a user says about an event, as typed.
 *
 * @param reference left empty, one is made
 * @param series reference of the series it belongs to, if any
 * @param startTime local to the zone; null where only the day is known
 * @param timeZone IANA name, as {@code Europe/Vienna}
 * @param startsAt the instant of the start, where it was given; then the day and the time are its own in the zone
 * @param endsAt the instant of the end, alike
 */
public record EventData(
        @Nullable String reference,
        @RefersTo(EventFeature.SERIES) @Nullable String series,
        @Nullable String title,
        @Nullable EventKind kind,
        @Nullable EventMode mode,
        @Nullable LocalDate startOn,
        @Nullable LocalTime startTime,
        @Nullable LocalDate endOn,
        @Nullable LocalTime endTime,
        @Nullable String timeZone,
        @Nullable String venue,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String outcome,
        List<PartnerPart> partners,
        List<Speaker> speakers,
        List<Figure> attendance,
        List<Publication> announcements,
        List<Link> links,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** With a start and an end as clocks show them. */
    public EventData(
            @Nullable String reference,
            @Nullable String series,
            @Nullable String title,
            @Nullable EventKind kind,
            @Nullable EventMode mode,
            @Nullable LocalDate startOn,
            @Nullable LocalTime startTime,
            @Nullable LocalDate endOn,
            @Nullable LocalTime endTime,
            @Nullable String timeZone,
            @Nullable String venue,
            @Nullable String link,
            @Nullable String summary,
            @Nullable String outcome,
            List<PartnerPart> partners,
            List<Speaker> speakers,
            List<Figure> attendance,
            List<Publication> announcements,
            List<Link> links) {
        this(
                reference,
                series,
                title,
                kind,
                mode,
                startOn,
                startTime,
                endOn,
                endTime,
                timeZone,
                venue,
                link,
                summary,
                outcome,
                partners,
                speakers,
                attendance,
                announcements,
                links,
                null,
                null);
    }

    /** The same with the instants of its start and its end, where they are known otherwise than from clocks. */
    public EventData at(@Nullable Instant start, @Nullable Instant end) {
        return new EventData(
                reference,
                series,
                title,
                kind,
                mode,
                startOn,
                startTime,
                endOn,
                endTime,
                timeZone,
                venue,
                link,
                summary,
                outcome,
                partners,
                speakers,
                attendance,
                announcements,
                links,
                start,
                end);
    }

    /** @param partner reference of the partner */
    public record PartnerPart(
            @RefersTo(PartnerFeature.PARTNER) @Nullable String partner,
            @Nullable EventPartnerRole role) {}

    /** @param partner reference of the partner spoken for, if any */
    public record Speaker(
            @Nullable String person,
            @Nullable String personTitle,
            @RefersTo(PartnerFeature.PARTNER) @Nullable String partner,
            @Nullable SpeakingRole role,
            @Nullable String message) {}

    /** A figure of attendance. */
    public record Figure(
            @Nullable Integer figure,
            Attendance.@Nullable Quality quality,
            Attendance.@Nullable Kind kind,
            @Nullable String source,
            @Nullable LocalDate asOf) {}

    /** Something published about the event. */
    public record Publication(
            @Nullable String title,
            @Nullable String publisher,
            @Nullable String link,
            @Nullable LocalDate publishedOn) {}

    /**
     * A tie to another record.
     *
     * @param target reference of the record
     */
    public record Link(
            @Nullable LinkRelation relation,
            @Nullable String targetKind,
            @RefersTo(kindIn = "targetKind") @Nullable String target) {}
}
