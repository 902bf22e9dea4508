package org.kizuna.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepData;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchIndex;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which events and their series are written. */
@Stateless
@Register
public class EventRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RecordDirectory directory;

    @Inject
    private SearchIndex index;

    @Inject
    private Numbers numbers;

    @Inject
    private ActionContext intents;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference plan(EventData data) {
        IsidEvent event = new IsidEvent(
                data, neighbours(data), () -> numbers.next(EventFeature.NUMBERS), Caller.name(), Time.now(clock));
        entities.persist(event);
        UniqueIndex.flush(entities, Map.of("isid_event_reference", () -> new ReferenceTaken(event.reference())));
        return event.reference();
    }

    @RolesAllowed(Roles.OFFICER)
    public void change(Reference reference, long version, EventData data) {
        IsidEvent event = find(reference);
        StaleVersion.check(event, version);
        event.change(data, neighbours(data));
        entities.flush();
    }

    @RolesAllowed(Roles.OFFICER)
    public void confirm(Reference reference, long version, StepData data) {
        step("confirm", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void open(Reference reference, long version, StepData data) {
        step("open", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void markHeld(Reference reference, long version, StepData data) {
        step("markHeld", reference, version, data);
    }

    /** Needs the outcome and a sourced figure of attendance. */
    @RolesAllowed(Roles.OFFICER)
    public void report(Reference reference, long version, StepData data) {
        step("report", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void postpone(Reference reference, long version, StepData data) {
        step("postpone", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void planAgain(Reference reference, long version, StepData data) {
        step("planAgain", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void cancel(Reference reference, long version, StepData data) {
        step("cancel", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public Reference openSeries(SeriesData data) {
        EventSeries series = new EventSeries(
                data,
                partners(data.partners()),
                () -> numbers.next(EventFeature.SERIES_NUMBERS),
                Caller.name(),
                Time.now(clock));
        entities.persist(series);
        UniqueIndex.flush(entities, Map.of("event_series_reference", () -> new ReferenceTaken(series.reference())));
        return series.reference();
    }

    @RolesAllowed(Roles.OFFICER)
    public void changeSeries(Reference reference, long version, SeriesData data) {
        EventSeries series = series("reference", reference.value());
        StaleVersion.check(series, version);
        String before = series.title();
        series.change(data, partners(data.partners()));
        entities.flush();
        if (!series.title().equals(before)) {
            index.renew(entities.createQuery("select e from IsidEvent e where e.series = :series", IsidEvent.class)
                    .setParameter("series", series)
                    .getResultList());
        }
    }

    private void step(String method, Reference reference, long version, StepData data) {
        IsidEvent event = find(reference);
        StaleVersion.check(event, version);
        intents.because(event.take(method, data, Caller.name(), Time.now(clock)).reason());
        entities.flush();
    }

    private EventNeighbours neighbours(EventData data) {
        String series = Problems.clean(data.series());
        List<@Nullable Partner> spokenFor = new ArrayList<>();
        data.speakers().forEach(speaker -> spokenFor.add(partner(speaker.partner())));
        List<@Nullable RecordRef> targets = new ArrayList<>();
        data.links().forEach(link -> targets.add(target(link)));
        return new EventNeighbours(
                series == null ? null : series("series", series), partners(data.partners()), spokenFor, targets);
    }

    private List<@Nullable Partner> partners(List<EventData.PartnerPart> parts) {
        List<@Nullable Partner> partners = new ArrayList<>();
        parts.forEach(part -> partners.add(partner(part.partner())));
        return partners;
    }

    private @Nullable Partner partner(@Nullable String reference) {
        String clean = Problems.clean(reference);
        return clean == null ? null : PartnerLookup.find(entities, clean).orElse(null);
    }

    private @Nullable RecordRef target(EventData.Link link) {
        String clean = Problems.clean(link.target());
        return clean == null ? null : directory.find(link.targetKind(), clean).orElse(null);
    }

    private EventSeries series(String field, String reference) {
        return entities
                .createQuery("select s from EventSeries s where s.reference = :reference", EventSeries.class)
                .setParameter("reference", Reference.isValid(reference) ? new Reference(reference) : new Reference("0"))
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> NoSuchRecord.at(field, EventFeature.SERIES, reference));
    }

    private IsidEvent find(Reference reference) {
        return entities
                .createQuery("select e from IsidEvent e where e.reference = :reference", IsidEvent.class)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(EventFeature.EVENT, reference.value()));
    }
}
