package org.kizuna.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words a record is found by, as {@link SearchListener} stores them. */
public final class FoundWords {

    private FoundWords() {}

    public static Set<String> of(String title, String reference, List<@Nullable String> words) {
        Set<String> found = new LinkedHashSet<>(SearchWords.stored(List.of(title, reference)));
        found.addAll(SearchWords.stored(words));
        found.add(reference.toLowerCase(Locale.ROOT));
        return found;
    }
}
