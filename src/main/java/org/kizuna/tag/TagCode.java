package org.kizuna.tag;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A code of a published list.
 *
 * @param names by language, at least in English
 * @param endedOn the day on which whoever publishes the list withdrew it; null while it stands
 */
public record TagCode(
        TagVocabulary vocabulary,
        String code,
        Map<String, String> names,
        @Nullable LocalDate endedOn) {

    public TagCode {
        names = Map.copyOf(names);
    }

    /** What it is called; in English where the list has no name in the language. */
    public String name(Locale language) {
        return names.getOrDefault(language.getLanguage(), String.valueOf(names.get(Locale.ENGLISH.getLanguage())));
    }

    public boolean isOver() {
        return endedOn != null;
    }

    /** In every language. */
    Collection<String> allNames() {
        return names.values();
    }

    /** Names it among those of all lists, as {@code SDG_TARGET 9.2}. */
    public String key() {
        return vocabulary.name() + " " + code;
    }
}
