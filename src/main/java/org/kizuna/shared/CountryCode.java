package org.kizuna.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A country or area [ISO 3166-1 alpha-2, and XK, which the United Nations keeps apart]. */
public record CountryCode(String value) implements Comparable<CountryCode>, Serializable {

    private static final Map<Locale, List<CountryCode>> ORDERED = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when there is no such code */
    public CountryCode {
        if (!CountryNames.has(value)) {
            throw new IllegalArgumentException("Not an ISO 3166-1 code: " + value);
        }
    }

    public static boolean isKnown(String value) {
        return CountryNames.has(value);
    }

    /** The code typed, or null with a problem noted; null without one when nothing was typed. */
    public static @Nullable CountryCode typed(Problems problems, String field, @Nullable String typed) {
        String clean = Problems.clean(typed);
        if (clean == null) {
            return null;
        }
        String code = clean.toUpperCase(Locale.ROOT);
        if (!isKnown(code)) {
            problems.add(field, "notACountry", clean);
            return null;
        }
        return new CountryCode(code);
    }

    /** All of them, ordered by their name in the language. */
    public static List<CountryCode> all(Locale language) {
        return ORDERED.computeIfAbsent(Words.closest(language), CountryCode::ordered);
    }

    private static List<CountryCode> ordered(Locale language) {
        java.text.Collator collator = java.text.Collator.getInstance(language);
        return CountryNames.codes().stream()
                .map(CountryCode::new)
                .sorted(Comparator.comparing((CountryCode code) -> code.name(language), collator))
                .toList();
    }

    /** As the United Nations writes it, see {@link CountryNames}. */
    public String name(Locale language) {
        return CountryNames.name(value, language);
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Columns hold the code. */
    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<@Nullable CountryCode, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable CountryCode code) {
            return code == null ? null : code.value();
        }

        @Override
        public @Nullable CountryCode convertToEntityAttribute(@Nullable String value) {
            return value == null ? null : new CountryCode(value);
        }
    }
}
