package org.kizuna.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.partner.Partner;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;

/**
 * Everything about one event.
 *
 * @param data what a user said, in the form in which it is changed
 * @param partnerNames names of the partners it mentions, by reference
 * @param targets the records it is tied to, by reference
 */
public record EventDetail(
        long id,
        long version,
        Reference reference,
        EventStatus status,
        EventData data,
        Instant startsAt,
        Instant endsAt,
        @Nullable String seriesTitle,
        Map<String, String> partnerNames,
        Map<String, SearchHit> targets,
        String recordedBy,
        Instant recordedAt,
        List<StepTaken> steps) {

    static EventDetail of(IsidEvent event, Map<RecordRef, SearchHit> named) {
        Map<String, String> names = new HashMap<>();
        event.partners().forEach(part -> name(names, part.partner()));
        event.speakers().forEach(speaker -> name(names, speaker.partner()));
        Map<String, SearchHit> targets = new HashMap<>();
        named.values().forEach(hit -> targets.put(hit.reference(), hit));
        EventSeries series = event.series();
        return new EventDetail(
                event.id(),
                event.version(),
                event.reference(),
                event.status(),
                data(event, named),
                event.terms().startsAt(),
                event.terms().endsAt(),
                series == null ? null : series.title(),
                names,
                targets,
                event.recordedBy(),
                event.recordedAt(),
                List.copyOf(event.steps()));
    }

    private static void name(Map<String, String> names, @Nullable Partner partner) {
        if (partner != null) {
            names.put(partner.reference().value(), partner.legalName());
        }
    }

    private static EventData data(IsidEvent event, Map<RecordRef, SearchHit> named) {
        EventSeries series = event.series();
        return new EventData(
                event.reference().value(),
                series == null ? null : series.reference().value(),
                event.title(),
                event.terms().kind(),
                event.terms().mode(),
                event.terms().startOn(),
                event.terms().startTime(),
                event.terms().endOn(),
                event.terms().endTime(),
                event.terms().timeZone(),
                event.terms().venue(),
                event.terms().link(),
                event.summary(),
                event.outcome(),
                event.partners().stream()
                        .map(part -> new EventData.PartnerPart(
                                part.partner().reference().value(), part.role()))
                        .toList(),
                event.speakers().stream().map(EventDetail::speaker).toList(),
                event.attendance().stream().map(EventDetail::figure).toList(),
                event.announcements().stream()
                        .map(publication -> new EventData.Publication(
                                publication.title(),
                                publication.publisher(),
                                publication.link(),
                                publication.publishedOn()))
                        .toList(),
                event.links().stream().map(link -> link(link, named)).toList());
    }

    private static EventData.Speaker speaker(Speaking speaking) {
        Partner partner = speaking.partner();
        return new EventData.Speaker(
                speaking.person(),
                speaking.personTitle(),
                partner == null ? null : partner.reference().value(),
                speaking.role(),
                speaking.message());
    }

    static EventData.Figure figure(Attendance attendance) {
        return new EventData.Figure(
                attendance.figure(), attendance.quality(), attendance.kind(), attendance.source(), attendance.asOf());
    }

    private static EventData.Link link(EventLink link, Map<RecordRef, SearchHit> named) {
        SearchHit hit = named.get(link.target());
        return new EventData.Link(link.relation(), link.target().kind(), hit == null ? null : hit.reference());
    }
}
