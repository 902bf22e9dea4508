package org.kizuna.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.kizuna.feature.Feature;

/** What the search tells of itself: words. */
@ApplicationScoped
public class SearchFeature implements Feature {

    @Override
    public String name() {
        return "search";
    }
}
