package org.kizuna.event.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SeriesDetail;

/** What stands in the fields while a series is typed. */
public class SeriesForm implements Serializable {

    private @Nullable String reference;
    private @Nullable String title;
    private @Nullable String summary;
    private List<PeriodRow> periods = new ArrayList<>();
    private List<PartnerRow> partners = new ArrayList<>();
    private List<FigureRow> attendance = new ArrayList<>();

    static SeriesForm of(SeriesDetail series) {
        SeriesData data = series.data();
        SeriesForm form = new SeriesForm();
        form.reference = data.reference();
        form.title = data.title();
        form.summary = data.summary();
        data.periods().forEach(period -> {
            PeriodRow row = new PeriodRow();
            row.startsOn = period.startsOn();
            row.endsOn = period.endsOn();
            row.source = period.source();
            form.periods.add(row);
        });
        data.partners().forEach(part -> form.partners.add(PartnerRow.of(part, series.partnerNames())));
        data.attendance().forEach(figure -> form.attendance.add(FigureRow.of(figure)));
        return form;
    }

    SeriesData data() {
        return new SeriesData(
                reference,
                title,
                summary,
                periods.stream()
                        .map(row -> new SeriesData.Period(row.startsOn, row.endsOn, row.source))
                        .toList(),
                partners.stream().map(PartnerRow::data).toList(),
                attendance.stream().map(FigureRow::data).toList());
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String value) {
        reference = value;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String value) {
        title = value;
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String value) {
        summary = value;
    }

    public List<PeriodRow> getPeriods() {
        return periods;
    }

    public List<PartnerRow> getPartners() {
        return partners;
    }

    public List<FigureRow> getAttendance() {
        return attendance;
    }

    /** When a source says it ran. */
    public static class PeriodRow implements Serializable {
        private @Nullable LocalDate startsOn;
        private @Nullable LocalDate endsOn;
        private @Nullable String source;

        public @Nullable LocalDate getStartsOn() {
            return startsOn;
        }

        public void setStartsOn(@Nullable LocalDate value) {
            startsOn = value;
        }

        public @Nullable LocalDate getEndsOn() {
            return endsOn;
        }

        public void setEndsOn(@Nullable LocalDate value) {
            endsOn = value;
        }

        public @Nullable String getSource() {
            return source;
        }

        public void setSource(@Nullable String value) {
            source = value;
        }
    }
}
