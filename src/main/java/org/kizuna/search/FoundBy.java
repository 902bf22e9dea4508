package org.kizuna.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.RecordRef;

/**
 * What a record is shown as, the names it has, and the words it is found by.
 *
 * @param standsFor id of the record that is found in its stead, by its own words
 */
record FoundBy(
        RecordRef record,
        String reference,
        String title,
        String context,
        @Nullable Long standsFor,
        Set<KnownName> names,
        Set<String> words) {

    private static final int LONGEST_TEXT = 300;

    /** @param more texts that others tell of it */
    static FoundBy of(RecordRef record, NamedRecord root, List<String> more) {
        NamedRecord.SearchText text = root.searchText();
        String reference = root.reference().value();
        NamedRecord other = root.foundAs();
        return new FoundBy(
                record,
                reference,
                cut(text.title(), LONGEST_TEXT),
                cut(text.context(), LONGEST_TEXT),
                other == null ? null : other.id(),
                other == null ? KnownName.of(text) : Set.of(),
                other != null ? Set.of() : words(text.title(), reference, all(text.words(), more)));
    }

    private static List<@Nullable String> all(List<@Nullable String> words, List<String> more) {
        List<@Nullable String> all = new ArrayList<>(words);
        all.addAll(more);
        return all;
    }

    FoundBy withoutNamesAndWords() {
        return new FoundBy(record, reference, title, context, standsFor, Set.of(), Set.of());
    }

    /** Without those that another begins with: a record is found by the beginning of a word. */
    static Set<String> words(String title, String reference, List<@Nullable String> more) {
        TreeSet<String> words = new TreeSet<>(SearchWords.stored(List.of(title, reference)));
        words.addAll(SearchWords.stored(more));
        // a reference is also found as it is written, hyphens and all
        words.add(cut(reference.toLowerCase(Locale.ROOT), SearchWords.LONGEST));
        Set<String> longest = new LinkedHashSet<>();
        String before = words.first();
        for (String word : words.tailSet(before, false)) {
            if (!word.startsWith(before)) {
                longest.add(before);
            }
            before = word;
        }
        longest.add(before);
        return longest;
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
