package org.kizuna.event.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.search.SearchHit;

/** What stands in the fields while an event is typed. */
public class EventForm implements Serializable {

    private @Nullable String reference;
    private @Nullable SearchHit series;
    private @Nullable String title;
    private @Nullable EventKind kind = EventKind.WEBINAR;
    private @Nullable EventMode mode = EventMode.VIRTUAL;
    private @Nullable LocalDate startOn;
    private @Nullable LocalTime startTime;
    private @Nullable LocalDate endOn;
    private @Nullable LocalTime endTime;
    private @Nullable String timeZone = "Europe/Vienna";
    private @Nullable String venue;
    private @Nullable String link;
    private @Nullable String summary;
    private @Nullable String outcome;
    private List<PartnerRow> partners = new ArrayList<>();
    private List<SpeakerRow> speakers = new ArrayList<>();
    private List<FigureRow> attendance = new ArrayList<>();
    private List<PublicationRow> announcements = new ArrayList<>();
    private List<LinkRow> links = new ArrayList<>();

    static EventForm of(EventDetail event) {
        EventData data = event.data();
        Map<String, String> names = event.partnerNames();
        EventForm form = new EventForm();
        form.reference = data.reference();
        form.series = data.series() == null
                ? null
                : new SearchHit(EventFeature.SERIES, 0, data.series(), String.valueOf(event.seriesTitle()), "");
        form.title = data.title();
        form.kind = data.kind();
        form.mode = data.mode();
        form.startOn = data.startOn();
        form.startTime = data.startTime();
        form.endOn = data.endOn();
        form.endTime = data.endTime();
        form.timeZone = data.timeZone();
        form.venue = data.venue();
        form.link = data.link();
        form.summary = data.summary();
        form.outcome = data.outcome();
        data.partners().forEach(part -> form.partners.add(PartnerRow.of(part, names)));
        data.speakers().forEach(speaker -> form.speakers.add(SpeakerRow.of(speaker, names)));
        data.attendance().forEach(figure -> form.attendance.add(FigureRow.of(figure)));
        data.announcements().forEach(publication -> form.announcements.add(PublicationRow.of(publication)));
        data.links().forEach(tie -> form.links.add(LinkRow.of(tie, event.targets())));
        return form;
    }

    EventData data() {
        return new EventData(
                reference,
                series == null ? null : series.reference(),
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
                partners.stream().map(PartnerRow::data).toList(),
                speakers.stream().map(SpeakerRow::data).toList(),
                attendance.stream().map(FigureRow::data).toList(),
                announcements.stream().map(PublicationRow::data).toList(),
                links.stream().map(LinkRow::data).toList());
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String value) {
        reference = value;
    }

    public @Nullable SearchHit getSeries() {
        return series;
    }

    public void setSeries(@Nullable SearchHit value) {
        series = value;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String value) {
        title = value;
    }

    public @Nullable EventKind getKind() {
        return kind;
    }

    public void setKind(@Nullable EventKind value) {
        kind = value;
    }

    public @Nullable EventMode getMode() {
        return mode;
    }

    public void setMode(@Nullable EventMode value) {
        mode = value;
    }

    public @Nullable LocalDate getStartOn() {
        return startOn;
    }

    public void setStartOn(@Nullable LocalDate value) {
        startOn = value;
    }

    public @Nullable LocalTime getStartTime() {
        return startTime;
    }

    public void setStartTime(@Nullable LocalTime value) {
        startTime = value;
    }

    public @Nullable LocalDate getEndOn() {
        return endOn;
    }

    public void setEndOn(@Nullable LocalDate value) {
        endOn = value;
    }

    public @Nullable LocalTime getEndTime() {
        return endTime;
    }

    public void setEndTime(@Nullable LocalTime value) {
        endTime = value;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String value) {
        timeZone = value;
    }

    public @Nullable String getVenue() {
        return venue;
    }

    public void setVenue(@Nullable String value) {
        venue = value;
    }

    public @Nullable String getLink() {
        return link;
    }

    public void setLink(@Nullable String value) {
        link = value;
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String value) {
        summary = value;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String value) {
        outcome = value;
    }

    public List<PartnerRow> getPartners() {
        return partners;
    }

    public List<SpeakerRow> getSpeakers() {
        return speakers;
    }

    public List<FigureRow> getAttendance() {
        return attendance;
    }

    public List<PublicationRow> getAnnouncements() {
        return announcements;
    }

    public List<LinkRow> getLinks() {
        return links;
    }
}
