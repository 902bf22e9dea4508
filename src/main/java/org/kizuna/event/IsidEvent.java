package org.kizuna.event;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Step;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.VersionedEntity;

/** A meeting that serves inclusive and sustainable industrial development: who held it, who spoke, what came of it. */
@Entity
public class IsidEvent extends VersionedEntity implements NamedRecord {

    @Column(updatable = false)
    private Reference reference;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable EventSeries series;

    @Embedded
    private EventTerms terms;

    @Enumerated(EnumType.STRING)
    private EventStatus status = EventStatus.PLANNED;

    private @Nullable String summary;
    private @Nullable String outcome;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "event_partner", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<EventPartner> partners = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_speaking", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<Speaking> speakers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_attendance", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<Attendance> attendance = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_announcement", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<Announcement> announcements = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_link", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<EventLink> links = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "event_step", joinColumns = @JoinColumn(name = "event_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected IsidEvent() {}

    /** @throws org.kizuna.shared.InvalidInput when a field is missing or malformed */
    @SuppressWarnings("NullAway.Init") // the fields are taken or refused before the constructor ends
    IsidEvent(
            EventData data,
            EventNeighbours named,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        Problems problems = new Problems();
        this.reference = Reference.typedOr(problems, data.reference(), nextReference);
        take(data, named, problems);
    }

    /** @throws org.kizuna.shared.InvalidInput when a field is missing or malformed */
    void change(EventData data, EventNeighbours named) {
        Problems problems = new Problems();
        reference.stays(problems, data.reference());
        take(data, named, problems);
        if (status == EventStatus.REPORTED) {
            requireOutcome();
        }
    }

    private void take(EventData data, EventNeighbours named, Problems problems) {
        EventTerms typedTerms = EventTerms.typed(data, terms, problems);
        String typedSummary = problems.optionalLines("summary", data.summary(), 20_000);
        String typedOutcome = problems.optionalLines("outcome", data.outcome(), 20_000);
        List<EventPartner> freshPartners = EventLists.partners(data.partners(), named.partners(), problems);
        List<Speaking> freshSpeakers = speakers(data, named, problems);
        List<Attendance> freshAttendance = EventLists.attendance(data.attendance(), problems);
        List<Announcement> freshAnnouncements = announcements(data, problems);
        List<EventLink> freshLinks = links(data, named, problems);
        problems.refuse();
        terms = Objects.requireNonNull(typedTerms);
        summary = typedSummary;
        outcome = typedOutcome;
        series = named.series();
        EventLists.replace(partners, freshPartners);
        EventLists.replace(speakers, freshSpeakers);
        EventLists.replace(attendance, freshAttendance);
        EventLists.replace(announcements, freshAnnouncements);
        EventLists.replace(links, freshLinks);
    }

    private static List<Speaking> speakers(EventData data, EventNeighbours named, Problems problems) {
        List<Speaking> fresh = new ArrayList<>();
        for (int i = 0; i < data.speakers().size(); i++) {
            EventData.Speaker speaker = data.speakers().get(i);
            String at = "speakers[" + i + "].";
            String partner = Problems.clean(speaker.partner());
            if (partner != null && named.spokenFor().get(i) == null) {
                problems.add(at + "partner", "noSuchPartner", partner);
            }
            fresh.add(new Speaking(
                    problems.required(at + "person", speaker.person(), 160),
                    problems.optional(at + "personTitle", speaker.personTitle(), 250),
                    named.spokenFor().get(i),
                    speaker.role() == null ? SpeakingRole.SPEAKER : speaker.role(),
                    problems.optionalLines(at + "message", speaker.message(), 20_000)));
        }
        return fresh;
    }

    private static List<Announcement> announcements(EventData data, Problems problems) {
        List<Announcement> fresh = new ArrayList<>();
        for (int i = 0; i < data.announcements().size(); i++) {
            EventData.Publication publication = data.announcements().get(i);
            String at = "announcements[" + i + "].";
            fresh.add(new Announcement(
                    problems.required(at + "title", publication.title(), 300),
                    problems.required(at + "publisher", publication.publisher(), 160),
                    EventLists.link(at + "link", publication.link(), problems),
                    publication.publishedOn()));
        }
        return fresh;
    }

    private List<EventLink> links(EventData data, EventNeighbours named, Problems problems) {
        List<EventLink> fresh = new ArrayList<>();
        for (int i = 0; i < data.links().size(); i++) {
            EventData.Link typed = data.links().get(i);
            String at = "links[" + i + "].";
            problems.required(at + "relation", typed.relation());
            String target = Problems.clean(typed.target());
            var found = named.targets().get(i);
            if (target == null) {
                problems.add(at + "target", "required");
            } else if (found == null) {
                problems.add(at + "target", "noSuchTarget", target);
            } else if (found.kind().equals(EventFeature.EVENT) && found.id() == id()) {
                problems.add(at + "target", "linkToItself");
            }
            if (found != null && typed.relation() != null) {
                fresh.add(new EventLink(typed.relation(), found));
            }
        }
        return fresh;
    }

    /** Names that speaker no more. */
    void forgetSpeaker(String person) {
        speakers.replaceAll(speaker -> speaker.person().equals(person) ? speaker.withoutPerson() : speaker);
    }

    /**
     * Takes a step.
     *
     * @param method the register's method that takes it
     * @throws EventCannotBecome when the status does not lead there
     */
    StepTaken take(String method, StepData data, String by, Instant at) {
        Step<EventStatus, IsidEvent> step = EventLifecycle.STEPS.require(method, status, this, data, at);
        StepTaken taken = StepTaken.of(method, data, by, at);
        steps.add(taken);
        status = step.to();
        return taken;
    }

    /** Those that were taken before steps were kept. */
    void tell(List<StepTaken> earlier) {
        if (steps.isEmpty()) {
            steps.addAll(earlier);
        }
    }

    List<StepTaken> steps() {
        return Collections.unmodifiableList(steps);
    }

    void requireOver(Instant now) {
        if (now.isBefore(terms.endsAt())) {
            throw new EventIsNotOver(terms.lastDay());
        }
    }

    void requireOutcome() {
        if (outcome == null || attendance.isEmpty()) {
            throw new ReportNeedsOutcome();
        }
    }

    @Override
    public SearchText searchText() {
        List<@Nullable String> words = new ArrayList<>();
        words.add(summary);
        words.add(series == null ? null : series.title());
        speakers.forEach(speaker -> words.add(speaker.person()));
        partners.forEach(partner -> words.add(partner.partner().legalName()));
        return new SearchText(terms.title(), terms.startOn() + (series == null ? "" : " · " + series.title()), words);
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public @Nullable EventSeries series() {
        return series;
    }

    public EventTerms terms() {
        return terms;
    }

    public String title() {
        return terms.title();
    }

    public EventStatus status() {
        return status;
    }

    public @Nullable String summary() {
        return summary;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<EventPartner> partners() {
        return Collections.unmodifiableList(partners);
    }

    public List<Speaking> speakers() {
        return Collections.unmodifiableList(speakers);
    }

    public List<Attendance> attendance() {
        return Collections.unmodifiableList(attendance);
    }

    public List<Announcement> announcements() {
        return Collections.unmodifiableList(announcements);
    }

    public List<EventLink> links() {
        return Collections.unmodifiableList(links);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IsidEvent that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
