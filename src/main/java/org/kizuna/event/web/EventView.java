package org.kizuna.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.EventRow;
import org.kizuna.event.EventStatus;
import org.kizuna.lifecycle.web.StepInputs;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.page.web.Told;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.util.Faces;

/** One event: what happened, who spoke, and what came of it. */
@Named
@ViewScoped
public class EventView implements Serializable {

    private static final int MOST = 20;

    @Inject
    private transient EventQueries queries;

    @Inject
    private transient EventRegister events;

    @Inject
    private transient CurrentUser you;

    private String ref = "";
    private long version;
    private EventStatus shown = EventStatus.PLANNED;
    private final StepInputs asked = new StepInputs();
    private transient @Nullable EventDetail event;
    private transient @Nullable List<EventRow> causes;
    private transient @Nullable List<EventRow> siblings;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        version = getEvent().version();
        shown = getEvent().status();
    }

    public EventDetail getEvent() {
        if (event == null) {
            event = queries.find(ref).orElseThrow(() -> new NoSuchRecord(EventFeature.EVENT, ref));
        }
        return event;
    }

    /** The start as the reader's clock shows it, where the hour is known and the zones differ. */
    public @Nullable Instant getStartElsewhere() {
        EventData data = getEvent().data();
        boolean elsewhere = !you.getZone().equals(ZoneId.of(String.valueOf(data.timeZone())));
        return data.startTime() != null && elsewhere ? getEvent().startsAt() : null;
    }

    /** Events that led to this one. */
    public List<EventRow> getCauses() {
        if (causes == null) {
            EventCriteria tied = EventCriteria.tiedTo(
                    new RecordRef(EventFeature.EVENT, getEvent().id()));
            causes = queries.list(tied, PageRequest.first(MOST)).items();
        }
        return causes;
    }

    /** The other events of its series. */
    public List<EventRow> getSiblings() {
        if (siblings == null) {
            String series = getEvent().data().series();
            siblings = series == null
                    ? List.of()
                    : queries
                            .findSeries(series)
                            .map(found -> new EventCriteria(null, null, null, found.id(), null, null))
                            .map(criteria -> queries.list(criteria, PageRequest.first(MOST))
                                    .items())
                            .orElse(List.of())
                            .stream()
                            .filter(row -> row.id() != getEvent().id())
                            .toList();
        }
        return siblings;
    }

    /** As the page was shown: a step that somebody else overtook is refused with a word, and not passed over. */
    public boolean leadsTo(String status) {
        return shown.next().contains(EventStatus.valueOf(status));
    }

    public void confirm() {
        events.confirm(reference(), version, asked.get("confirm").said());
        done("confirm");
    }

    public void open() {
        events.open(reference(), version, asked.get("open").said());
        done("open");
    }

    public void markHeld() {
        events.markHeld(reference(), version, asked.get("markHeld").said());
        done("markHeld");
    }

    public void report() {
        events.report(reference(), version, asked.get("report").said());
        done("report");
    }

    public void planAgain() {
        events.planAgain(reference(), version, asked.get("planAgain").said());
        done("planAgain");
    }

    public void postpone() {
        events.postpone(reference(), version, asked.get("postpone").said());
        done("postpone");
    }

    public void cancel() {
        events.cancel(reference(), version, asked.get("cancel").said());
        done("cancel");
    }

    private Reference reference() {
        return new Reference(ref);
    }

    private void done(String step) {
        Told.andGo("EventRegister." + step, "/event/view?ref=%s", ref);
    }

    /** What each step asks. */
    public StepInputs getAsked() {
        return asked;
    }
}
