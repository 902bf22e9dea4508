package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.JournalEntry;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The history of one record, newest first. */
@Named
@RequestScoped
public class RecordHistoryView {

    private static final int ROWS = 50;

    @Inject
    private HistoryQueries queries;

    @Inject
    private RecordDirectory directory;

    @Inject
    private ChangeRows rows;

    @Inject
    private ListRequest request;

    private @Nullable SearchHit hit;
    private Page<ChangeRow> page = new Page<>(List.of(), null, null);

    public void load() {
        String kind = request.text("kind");
        String ref = String.valueOf(request.text("ref"));
        RecordRef record = directory.find(kind, ref).orElseThrow(() -> new NoSuchRecord(String.valueOf(kind), ref));
        hit = directory.named(List.of(record)).get(record);
        Page<JournalEntry> found = queries.ofRecord(record, request.text("after"), ROWS);
        page = found.map(rows::of);
    }

    public @Nullable SearchHit getHit() {
        return hit;
    }

    public Page<ChangeRow> getPage() {
        return page;
    }
}
