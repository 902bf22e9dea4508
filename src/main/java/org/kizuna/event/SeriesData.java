package org.kizuna.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user says about a series of events, as typed. */
public record SeriesData(
        @Nullable String reference,
        @Nullable String title,
        @Nullable String summary,
        List<Period> periods,
        List<EventData.PartnerPart> partners,
        List<EventData.Figure> attendance) {

    /** When a source says it ran. */
    public record Period(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String source) {}
}
