package org.kizuna.event.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SeriesDetail;

/** One series of events as REST gives it. */
public record SeriesJson(
        String reference,
        String title,
        @Nullable String summary,
        List<PeriodJson> periods,
        List<EventJson.PartJson> partners,
        List<EventJson.FigureJson> attendance,
        long version,
        String recordedBy,
        String recordedAt) {

    static SeriesJson of(SeriesDetail series) {
        return new SeriesJson(
                series.reference().value(),
                String.valueOf(series.data().title()),
                series.data().summary(),
                series.data().periods().stream().map(PeriodJson::of).toList(),
                series.data().partners().stream()
                        .map(part -> new EventJson.PartJson(
                                String.valueOf(part.partner()),
                                series.partnerNames().get(part.partner()),
                                String.valueOf(part.role())))
                        .toList(),
                series.data().attendance().stream().map(EventJson::figure).toList(),
                series.version(),
                series.recordedBy(),
                series.recordedAt().toString());
    }

    /** When a source says it ran. */
    public record PeriodJson(
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable String source) {

        static PeriodJson of(SeriesData.Period period) {
            return new PeriodJson(EventJson.text(period.startsOn()), EventJson.text(period.endsOn()), period.source());
        }
    }
}
