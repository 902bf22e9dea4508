package org.kizuna.tag;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.DataFile;
import org.kizuna.shared.Text;
import org.kizuna.shared.Words;

/** The codes of all lists, read once; within a list in its order. */
public final class TagCodes {

    private static final Map<TagVocabulary, Map<String, TagCode>> ALL = new EnumMap<>(TagVocabulary.class);

    static {
        for (TagVocabulary vocabulary : TagVocabulary.values()) {
            Map<String, TagCode> codes = new LinkedHashMap<>();
            DataFile.rows("tags/" + vocabulary.list() + ".csv")
                    .forEach(row -> codes.put(row.getField("code"), code(vocabulary, row)));
            ALL.put(vocabulary, codes);
        }
    }

    private TagCodes() {}

    private static TagCode code(TagVocabulary vocabulary, NamedCsvRecord row) {
        Map<String, String> names = new HashMap<>();
        for (Locale language : Words.LANGUAGES) {
            String name = row.getField(language.getLanguage());
            if (!name.isEmpty()) {
                names.put(language.getLanguage(), name);
            }
        }
        String ended = row.getField("ended");
        return new TagCode(vocabulary, row.getField("code"), names, ended.isEmpty() ? null : LocalDate.parse(ended));
    }

    public static Optional<TagCode> find(@Nullable TagVocabulary vocabulary, @Nullable String code) {
        return vocabulary == null || code == null
                ? Optional.empty()
                : Optional.ofNullable(codes(vocabulary).get(code));
    }

    /** @param key as {@link TagCode#key} */
    public static Optional<TagCode> find(String key) {
        int blank = key.indexOf(' ');
        return blank < 0
                ? Optional.empty()
                : Arrays.stream(TagVocabulary.values())
                        .filter(vocabulary -> vocabulary.name().equals(key.substring(0, blank)))
                        .findFirst()
                        .flatMap(vocabulary -> find(vocabulary, key.substring(blank + 1)));
    }

    /** Those that were withdrawn stand where the list has them. */
    public static Collection<TagCode> of(TagVocabulary vocabulary) {
        return codes(vocabulary).values();
    }

    /**
     * Those that stand whose code begins with what is typed, or whose name in the language or in English has all of its
     * words; codes first.
     */
    public static List<TagCode> search(Locale language, String typed, int limit) {
        String sought = Text.folded(typed);
        List<String> words = List.of(sought.split(" "));
        return Stream.concat(
                        standing().filter(code -> Text.folded(code.code()).startsWith(sought)),
                        standing()
                                .filter(code ->
                                        isCalled(code, language, words) || isCalled(code, Locale.ENGLISH, words)))
                .distinct()
                .limit(limit)
                .toList();
    }

    private static boolean isCalled(TagCode code, Locale language, List<String> words) {
        String name = Text.folded(code.name(language));
        return words.stream().allMatch(name::contains);
    }

    private static Stream<TagCode> standing() {
        return ALL.values().stream().flatMap(codes -> codes.values().stream()).filter(code -> !code.isOver());
    }

    private static Map<String, TagCode> codes(TagVocabulary vocabulary) {
        return ALL.getOrDefault(vocabulary, Map.of());
    }
}
