package org.kizuna.history.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryCriteria;
import org.kizuna.history.HistoryQueries;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.Page;
import org.omnifaces.cdi.Param;

/** The whole journal, newest first. */
@Named
@RequestScoped
public class JournalView {

    private static final int ROWS = 50;

    @Inject
    private HistoryQueries queries;

    @Inject
    private ChangeRows rows;

    @Inject
    @Param
    private @Nullable String actor;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param
    private @Nullable String to;

    @Inject
    @Param
    private @Nullable String after;

    private Page<ChangeRow> page;

    @PostConstruct
    void load() {
        HistoryCriteria criteria = new HistoryCriteria(null, actor, null, day(from), day(to));
        page = queries.search(criteria, after, ROWS).map(rows::of);
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Time.day(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public Page<ChangeRow> getPage() {
        return page;
    }

    public boolean isFiltered() {
        return actor != null || from != null || to != null;
    }
}
