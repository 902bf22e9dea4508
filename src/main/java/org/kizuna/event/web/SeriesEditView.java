package org.kizuna.event.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SeriesDetail;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.search.RecordDirectory;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** A series being typed, new or known. */
@Named
@ViewScoped
public class SeriesEditView implements Serializable {

    @Inject
    private transient EventQueries queries;

    @Inject
    private transient EventRegister events;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String ref;
    private long version;
    private RecordForm<SeriesData> form = new RecordForm<>(SeriesData.class);

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            SeriesDetail series = find(ref);
            version = series.version();
            form = RecordForm.of(series.data(), directory);
        }
    }

    public void save() {
        boolean fresh = isFresh();
        if (ref == null) {
            ref = events.openSeries(form.data()).value();
        } else {
            events.changeSeries(new Reference(ref), version, form.data());
        }
        Told.andGo(fresh ? "EventRegister.openSeries" : "EventRegister.changeSeries", "/event/series?ref=%s", ref);
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = find(String.valueOf(ref)).version();
        save();
    }

    private SeriesDetail find(String reference) {
        return queries.findSeries(reference).orElseThrow(() -> new NoSuchRecord(EventFeature.SERIES, reference));
    }

    public void addPeriod() {
        form.add("periods");
    }

    public void addPartner() {
        form.add("partners");
    }

    public void addFigure() {
        Figures.add(form);
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

    public RecordForm<SeriesData> getForm() {
        return form;
    }
}
