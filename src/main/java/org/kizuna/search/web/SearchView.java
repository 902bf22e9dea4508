package org.kizuna.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.omnifaces.cdi.Param;

/** What a search from the top of any page finds. */
@Named
@RequestScoped
public class SearchView {

    private static final int MOST = 50;

    @Inject
    private RecordDirectory directory;

    @Inject
    @Param
    private @Nullable String q;

    private @Nullable List<SearchHit> hits;

    public List<SearchHit> getHits() {
        if (hits == null) {
            hits = directory.search(q, null, MOST);
        }
        return hits;
    }

    public @Nullable String getQuestion() {
        return q;
    }

    public boolean isCut() {
        return getHits().size() == MOST;
    }
}
