package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryQueries;
import org.kizuna.shared.StaleVersion;

/** What others changed while somebody was editing, when the save was refused for it. */
@Named
@RequestScoped
public class Conflict {

    @Inject
    private HistoryQueries queries;

    @Inject
    private ChangeRows rows;

    public boolean isPresent() {
        return stale() != null;
    }

    public List<ChangeRow.Field> getChanges() {
        StaleVersion stale = stale();
        return stale == null
                ? List.of()
                : queries.since(stale.record(), stale.expected()).stream()
                        .map(rows::of)
                        .flatMap(row -> row.fields().stream())
                        .toList();
    }

    private static @Nullable StaleVersion stale() {
        // kept while the page is open: what it offers must still be there when it is clicked
        UIViewRoot page = FacesContext.getCurrentInstance().getViewRoot();
        return page == null ? null : (StaleVersion) page.getViewMap().get(StaleVersion.class.getName());
    }
}
