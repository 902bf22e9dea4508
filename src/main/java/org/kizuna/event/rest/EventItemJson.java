package org.kizuna.event.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventRow;

/**
 * An event in a list as REST gives it.
 *
 * @param start the day where the hour is not known, else day, time and offset [ISO 8601]
 * @param timeZone IANA name
 */
public record EventItemJson(
        String reference,
        String title,
        String kind,
        String mode,
        String status,
        String start,
        String timeZone,
        @Nullable String series,
        List<EventJson.PartJson> partners,
        long version) {

    static EventItemJson of(EventRow row) {
        return new EventItemJson(
                row.reference().value(),
                row.title(),
                row.kind().name(),
                row.mode().name(),
                row.status().name(),
                String.valueOf(EventJson.moment(row.startOn(), row.startTime(), row.timeZone())),
                row.timeZone(),
                row.series() == null ? null : row.series().value(),
                row.partners().stream()
                        .map(part -> new EventJson.PartJson(
                                part.partner().value(),
                                part.partnerName(),
                                part.role().name()))
                        .toList(),
                row.version());
    }
}
