package org.kizuna.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.VersionedEntity;

/** Events that belong together. What sources say of it as a whole, and disagree on, stands side by side. */
@Entity
public class EventSeries extends VersionedEntity implements NamedRecord {

    @Column(updatable = false)
    private Reference reference;

    private String title;
    private @Nullable String summary;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "event_series_period", joinColumns = @JoinColumn(name = "series_id"))
    @OrderColumn(name = "position")
    private List<SeriesPeriod> periods = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_series_partner", joinColumns = @JoinColumn(name = "series_id"))
    @OrderColumn(name = "position")
    private List<EventPartner> partners = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_series_attendance", joinColumns = @JoinColumn(name = "series_id"))
    @OrderColumn(name = "position")
    private List<Attendance> attendance = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected EventSeries() {}

    EventSeries(
            SeriesData data,
            List<@Nullable Partner> partners,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        this.title = "";
        Problems problems = new Problems();
        this.reference = Reference.typedOr(problems, data.reference(), nextReference);
        take(data, partners, problems);
    }

    void change(SeriesData data, List<@Nullable Partner> named) {
        Problems problems = new Problems();
        reference.stays(problems, data.reference());
        take(data, named, problems);
    }

    private void take(SeriesData data, List<@Nullable Partner> named, Problems problems) {
        String typedTitle = problems.required("title", data.title(), 300);
        String typedSummary = problems.optionalLines("summary", data.summary(), 10_000);
        List<SeriesPeriod> freshPeriods = new ArrayList<>();
        for (int i = 0; i < data.periods().size(); i++) {
            SeriesData.Period period = data.periods().get(i);
            String at = "periods[" + i + "].";
            problems.required(at + "startsOn", period.startsOn());
            problems.required(at + "endsOn", period.endsOn());
            problems.inOrder(at + "endsOn", period.startsOn(), period.endsOn());
            String source = problems.required(at + "source", period.source(), 300);
            if (period.startsOn() != null && period.endsOn() != null) {
                freshPeriods.add(new SeriesPeriod(
                        Objects.requireNonNull(period.startsOn()), Objects.requireNonNull(period.endsOn()), source));
            }
        }
        List<EventPartner> freshPartners = EventLists.partners(data.partners(), named, problems);
        List<Attendance> freshAttendance = EventLists.attendance(data.attendance(), problems);
        problems.refuse();
        title = typedTitle;
        summary = typedSummary;
        EventLists.replace(periods, freshPeriods);
        EventLists.replace(partners, freshPartners);
        EventLists.replace(attendance, freshAttendance);
    }

    @Override
    public SearchText searchText() {
        return new SearchText(title, "", Collections.singletonList(summary));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public @Nullable String summary() {
        return summary;
    }

    public List<SeriesPeriod> periods() {
        return Collections.unmodifiableList(periods);
    }

    public List<EventPartner> partners() {
        return Collections.unmodifiableList(partners);
    }

    public List<Attendance> attendance() {
        return Collections.unmodifiableList(attendance);
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventSeries that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
