package org.kizuna.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Root;

/** What a record is shown as, and the words it is found by. */
record FoundBy(RecordRef record, String reference, String title, String context, Set<String> words) {

    private static final int LONGEST_TEXT = 300;

    static FoundBy of(RecordRef record, Root root) {
        Root.SearchText text = root.searchText();
        String reference = root.reference().value();
        Set<String> words = new LinkedHashSet<>(SearchWords.stored(List.of(text.title(), reference)));
        words.addAll(SearchWords.stored(text.words()));
        // a reference is also found as it is written, hyphens and all
        words.add(cut(reference.toLowerCase(Locale.ROOT), SearchWords.LONGEST));
        return new FoundBy(
                record, reference, cut(text.title(), LONGEST_TEXT), cut(text.context(), LONGEST_TEXT), words);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
