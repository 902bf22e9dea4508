package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kizuna.feature.Links;
import org.kizuna.history.HistoryQueries;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.security.Roles;
import org.kizuna.shared.RecordRef;

/** The latest changes of the record on the page. */
@Named
@RequestScoped
public class RecentChanges {

    private static final int MOST = 5;
    private static final int FIELDS = 6;

    @Inject
    private HistoryQueries queries;

    @Inject
    private ChangeRows rows;

    @Inject
    private CurrentUser you;

    private final Map<RecordRef, List<ChangeRow>> known = new HashMap<>();

    public List<ChangeRow> of(String kind, long id) {
        return known.computeIfAbsent(
                new RecordRef(kind, id), record -> queries.ofRecord(record, null, MOST).items().stream()
                        .map(rows::of)
                        .map(RecentChanges::shortened)
                        .toList());
    }

    /** Whether there is a timeline of the cooperation around records of the kind, and the reader may see it. */
    public boolean timeline(String kind) {
        return TimelineView.parameterFor(kind) != null
                && (you.getRoles().contains(Roles.AUDITOR) || you.getRoles().contains(Roles.MANAGER));
    }

    /** Address of the timeline of a cooperation. */
    public String timelineOf(String kind, Object reference) {
        return "/history/timeline?" + TimelineView.parameterFor(kind) + "=" + Links.encoded(reference.toString());
    }

    /** Address of all that happened to a record. */
    public String historyOf(String kind, Object reference) {
        return "/history/record?kind=" + kind + "&ref=" + Links.encoded(reference.toString());
    }

    /** A record's first change names all its fields; here the action says it. */
    private static ChangeRow shortened(ChangeRow row) {
        return row.fields().size() <= FIELDS
                ? row
                : new ChangeRow(
                        row.sequence(),
                        row.at(),
                        row.actor(),
                        row.role(),
                        row.channel(),
                        row.what(),
                        row.kind(),
                        row.reference(),
                        row.link(),
                        row.reason(),
                        List.of());
    }
}
