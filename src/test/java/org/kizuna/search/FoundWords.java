package org.kizuna.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words a record is found by, as {@link SearchListener} stores them. */
public final class FoundWords {

    private FoundWords() {}

    public static Set<String> of(String title, String reference, List<@Nullable String> words) {
        return FoundBy.words(title, reference, words);
    }
}
