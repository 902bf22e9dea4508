package org.kizuna.event.rest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.lifecycle.rest.StepTakenJson;
import org.kizuna.search.SearchHit;

/**
 * One event as REST gives it.
 *
 * @param start the day where the hour is not known, else day, time and offset [ISO 8601]
 * @param timeZone IANA name
 */
public record EventJson(
        String reference,
        String title,
        String kind,
        String mode,
        String status,
        String start,
        String timeZone,
        long version,
        @Nullable String series,
        @Nullable String end,
        @Nullable String venue,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String outcome,
        List<PartJson> partners,
        List<SpeakerJson> speakers,
        List<FigureJson> attendance,
        List<PublicationJson> announcements,
        List<LinkJson> links,
        @Nullable String recordedBy,
        @Nullable String recordedAt,
        List<StepTakenJson> steps) {

    static EventJson of(EventDetail event) {
        EventData data = event.data();
        String zone = String.valueOf(data.timeZone());
        return new EventJson(
                event.reference().value(),
                String.valueOf(data.title()),
                String.valueOf(data.kind()),
                String.valueOf(data.mode()),
                event.status().name(),
                data.startTime() == null
                        ? String.valueOf(text(data.startOn()))
                        : event.startsAt()
                                .atZone(ZoneId.of(zone))
                                .toOffsetDateTime()
                                .toString(),
                zone,
                event.version(),
                data.series(),
                data.endTime() == null
                        ? text(data.endOn())
                        : event.endsAt()
                                .atZone(ZoneId.of(zone))
                                .toOffsetDateTime()
                                .toString(),
                data.venue(),
                data.link(),
                data.summary(),
                data.outcome(),
                data.partners().stream()
                        .map(part -> new PartJson(
                                String.valueOf(part.partner()),
                                name(event, part.partner()),
                                String.valueOf(part.role())))
                        .toList(),
                data.speakers().stream().map(speaker -> speaker(event, speaker)).toList(),
                data.attendance().stream().map(EventJson::figure).toList(),
                data.announcements().stream()
                        .map(publication -> new PublicationJson(
                                publication.title(),
                                publication.publisher(),
                                publication.link(),
                                text(publication.publishedOn())))
                        .toList(),
                data.links().stream().map(tie -> link(event, tie)).toList(),
                event.recordedBy(),
                event.recordedAt().toString(),
                event.steps().stream().map(StepTakenJson::of).toList());
    }

    private static SpeakerJson speaker(EventDetail event, EventData.Speaker speaker) {
        return new SpeakerJson(
                speaker.person(),
                speaker.personTitle(),
                speaker.partner(),
                name(event, speaker.partner()),
                String.valueOf(speaker.role()),
                speaker.message());
    }

    static FigureJson figure(EventData.Figure figure) {
        return new FigureJson(
                figure.figure(),
                String.valueOf(figure.quality()),
                String.valueOf(figure.kind()),
                figure.source(),
                text(figure.asOf()));
    }

    private static LinkJson link(EventDetail event, EventData.Link link) {
        String target = link.target();
        SearchHit hit = target == null ? null : event.targets().get(target);
        return new LinkJson(
                String.valueOf(link.relation()), link.targetKind(), target, hit == null ? null : hit.title());
    }

    private static @Nullable String name(EventDetail event, @Nullable String partner) {
        return partner == null ? null : event.partnerNames().get(partner);
    }

    static @Nullable String moment(@Nullable LocalDate day, @Nullable LocalTime time, String zone) {
        if (day == null || time == null) {
            return text(day);
        }
        return day.atTime(time).atZone(ZoneId.of(zone)).toOffsetDateTime().toString();
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** A partner with a part in it. */
    public record PartJson(String partner, @Nullable String partnerName, String role) {}

    /** Somebody who spoke. */
    public record SpeakerJson(
            @Nullable String person,
            @Nullable String personTitle,
            @Nullable String partner,
            @Nullable String partnerName,
            String role,
            @Nullable String message) {}

    /** A figure of attendance. */
    public record FigureJson(
            @Nullable Integer figure,
            String quality,
            String kind,
            @Nullable String source,
            @Nullable String asOf) {}

    /** Something published about it. */
    public record PublicationJson(
            @Nullable String title,
            @Nullable String publisher,
            @Nullable String link,
            @Nullable String publishedOn) {}

    /** A tie to another record. */
    public record LinkJson(
            String relation,
            @Nullable String targetKind,
            @Nullable String target,
            @Nullable String targetTitle) {}
}
