package org.kizuna.event.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRow;
import org.kizuna.event.SeriesDetail;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.cdi.Param;

/** One series with its events. */
@Named
@RequestScoped
public class SeriesView {

    private static final int MOST = 100;

    @Inject
    private EventQueries queries;

    @Inject
    @Param
    private @Nullable String ref;

    private @Nullable SeriesDetail series;
    private @Nullable List<EventRow> events;

    /** Looks the series up, so that one which is not there is said before anything is shown. */
    public void load() {
        getSeries();
    }

    public SeriesDetail getSeries() {
        if (series == null) {
            String reference = String.valueOf(ref);
            series = queries.findSeries(reference).orElseThrow(() -> new NoSuchRecord(EventFeature.SERIES, reference));
        }
        return series;
    }

    public List<EventRow> getEvents() {
        if (events == null) {
            EventCriteria within =
                    new EventCriteria(null, null, null, getSeries().id(), null, null);
            events = queries.list(within, PageRequest.first(MOST)).items();
        }
        return events;
    }
}
