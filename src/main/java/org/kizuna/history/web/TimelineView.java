package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Features;
import org.kizuna.feature.RecordKind;
import org.kizuna.history.CooperationTimeline;
import org.kizuna.history.JournalEntry;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.Page;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** All that happened in a cooperation, newest first, day by day in the reader's zone. */
@Named
@RequestScoped
public class TimelineView {

    private static final int ROWS = 50;

    @Inject
    private CooperationTimeline timeline;

    @Inject
    private RecordDirectory directory;

    @Inject
    private ChangeRows rows;

    @Inject
    private CurrentUser you;

    @Inject
    @Param
    private @Nullable String after;

    private @Nullable SearchHit hit;
    private Page<Day> page = new Page<>(List.of(), null, null);

    /** Name of the parameter that names a record of the kind, or null where its kind has no timeline. */
    static @Nullable String parameterFor(String kind) {
        return Features.kind(kind).map(RecordKind::followed).orElse(null);
    }

    public void load() {
        RecordRef record = record();
        hit = directory.named(List.of(record)).get(record);
        Page<JournalEntry> found = timeline.of(record, after, ROWS);
        page = new Page<>(days(found.items()), found.next(), null);
    }

    private RecordRef record() {
        for (RecordKind kind : Features.kinds()) {
            String parameter = kind.followed();
            String reference = parameter == null ? null : Faces.getRequestParameter(parameter);
            if (reference != null) {
                return directory
                        .find(kind.name(), reference)
                        .orElseThrow(() -> new NoSuchRecord(kind.name(), reference));
            }
        }
        throw new NoSuchRecord("record", "");
    }

    private List<Day> days(List<JournalEntry> entries) {
        List<Day> days = new ArrayList<>();
        for (JournalEntry entry : entries) {
            LocalDate date = entry.recordedAt().atZone(you.getZone()).toLocalDate();
            if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            days.get(days.size() - 1).rows().add(rows.of(entry));
        }
        return days;
    }

    public @Nullable SearchHit getHit() {
        return hit;
    }

    public Page<Day> getPage() {
        return page;
    }

    /** @param rows the changes of the day, newest first */
    public record Day(LocalDate date, List<ChangeRow> rows) {}
}
