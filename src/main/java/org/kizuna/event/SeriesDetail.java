package org.kizuna.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.kizuna.shared.Reference;

/**
 * Everything about one series but its events.
 *
 * @param data what a user said, in the form in which it is changed
 * @param partnerNames names of the partners it mentions, by reference
 */
public record SeriesDetail(
        long id,
        long version,
        Reference reference,
        SeriesData data,
        Map<String, String> partnerNames,
        String recordedBy,
        Instant recordedAt) {

    static SeriesDetail of(EventSeries series) {
        Map<String, String> names = new HashMap<>();
        series.partners()
                .forEach(part -> names.put(
                        part.partner().reference().value(), part.partner().legalName()));
        SeriesData data = new SeriesData(
                series.reference().value(),
                series.title(),
                series.summary(),
                series.periods().stream()
                        .map(period -> new SeriesData.Period(period.startsOn(), period.endsOn(), period.source()))
                        .toList(),
                series.partners().stream()
                        .map(part -> new EventData.PartnerPart(
                                part.partner().reference().value(), part.role()))
                        .toList(),
                series.attendance().stream().map(EventDetail::figure).toList());
        return new SeriesDetail(
                series.id(),
                series.version(),
                series.reference(),
                data,
                names,
                series.recordedBy(),
                series.recordedAt());
    }
}
