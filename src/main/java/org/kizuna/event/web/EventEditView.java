package org.kizuna.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventMode;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.LinkRelation;
import org.kizuna.event.SpeakingRole;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** An event being typed, new or known. */
@Named
@ViewScoped
public class EventEditView implements Serializable {

    @Inject
    private transient EventQueries queries;

    @Inject
    private transient EventRegister events;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String ref;
    private long version;
    private RecordForm<EventData> form = new RecordForm<>(EventData.class);

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            EventDetail event = find(ref);
            version = event.version();
            form = RecordForm.of(event.data(), directory);
            return;
        }
        form.set("kind", EventKind.WEBINAR);
        form.set("mode", EventMode.VIRTUAL);
        form.set("timeZone", "Europe/Vienna");
        form.set("series", named(EventFeature.SERIES, Faces.getRequestParameter("series")));
        SearchHit partner = named(PartnerFeature.PARTNER, Faces.getRequestParameter("partner"));
        if (partner != null) {
            form.add("partners").set("partner", partner);
        }
        SearchHit target = named(Faces.getRequestParameter("kind"), Faces.getRequestParameter("for"));
        if (target != null) {
            RecordForm<?> link = form.add("links");
            link.set("target", target);
            link.set("relation", LinkRelation.UNDER);
        }
    }

    private @Nullable SearchHit named(@Nullable String kind, @Nullable String reference) {
        return reference == null
                ? null
                : directory
                        .find(kind, reference)
                        .map(record -> directory.named(List.of(record)).get(record))
                        .orElse(null);
    }

    public void save() {
        boolean fresh = isFresh();
        if (ref == null) {
            ref = events.plan(form.data()).value();
        } else {
            events.change(new Reference(ref), version, form.data());
        }
        Told.andGo(fresh ? "EventRegister.plan" : "EventRegister.change", "/event/view?ref=%s", ref);
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = find(String.valueOf(ref)).version();
        save();
    }

    private EventDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(EventFeature.EVENT, reference));
    }

    public void addPartner() {
        form.add("partners");
    }

    public void addSpeaker() {
        form.add("speakers").set("role", SpeakingRole.SPEAKER);
    }

    public void addFigure() {
        Figures.add(form);
    }

    public void addAnnouncement() {
        form.add("announcements");
    }

    public void addLink() {
        form.add("links");
    }

    public long getVersion() {
        return version;
    }

    /** The version that the text on the page rests on: a draft's may be older than the record's. */
    public void setVersion(long value) {
        version = value;
    }

    public boolean isFresh() {
        return ref == null;
    }

    public @Nullable String getRef() {
        return ref;
    }

    public RecordForm<EventData> getForm() {
        return form;
    }
}
