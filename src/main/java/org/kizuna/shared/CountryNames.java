package org.kizuna.shared;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of countries and areas: shown as the United Nations writes them, understood also as others do. The lists are
 * {@code data/countries/}, each with its source.
 */
public final class CountryNames {

    /** By code, then by language. */
    private static final Map<String, Map<String, String>> NAMES = new TreeMap<>();

    /** Codes by the form of a name. */
    private static final Map<String, String> CODES = new HashMap<>();

    /** Every name by which a code is understood, as it is written. */
    private static final Map<String, Set<String>> SPELLINGS = new HashMap<>();

    private static final List<String> UNDERSTOOD = List.of("en", "fr", "ja", "es", "de", "ru", "ar", "zh", "ko");

    private static final List<String> PREFIXES = List.of(
            "government of the ",
            "government of ",
            "the government of the ",
            "the government of ",
            "gouvernement de la ",
            "gouvernement de l\u2019",
            "gouvernement du ",
            "gouvernement des ",
            "gouvernement de ",
            "arab republic of ",
            "federal republic of ",
            "federal democratic republic of ",
            "socialist republic of ",
            "democratic socialist republic of ",
            "islamic republic of ",
            "people\u2019s republic of ",
            "republic of the ",
            "republic of ",
            "kingdom of the ",
            "kingdom of ",
            "principality of ",
            "sultanate of ",
            "commonwealth of the ",
            "commonwealth of ",
            "r\u00e9publique f\u00e9d\u00e9rale d\u2019",
            "r\u00e9publique de ",
            "r\u00e9publique du ",
            "r\u00e9publique d\u2019",
            "royaume de ",
            "royaume du ",
            "royaume d\u2019",
            "the ",
            "le ",
            "la ",
            "les ",
            "l\u2019");

    /** What stands behind a name in Japanese. */
    private static final List<String> SUFFIXES =
            List.of("\u653f\u5e9c", "\u9023\u90a6\u5171\u548c\u56fd", "\u5171\u548c\u56fd", "\u738b\u56fd");

    /** An article that lists set behind a name. */
    private static final Pattern ARTICLE_BEHIND = Pattern.compile(" (the|le|la|les|l)$");

    private static final Pattern INITIALS = Pattern.compile("(\\p{L} )+\\p{L}");

    static {
        for (NamedCsvRecord row : DataFile.rows("countries/m49.csv")) {
            name(row.getField("code"), "en", row.getField("en"));
            name(row.getField("code"), "fr", row.getField("fr"));
        }
        for (NamedCsvRecord row : DataFile.rows("countries/outside-m49.csv")) {
            for (String language : List.of("en", "fr", "ja")) {
                name(row.getField("code"), language, row.getField(language));
            }
        }
        DataFile.rows("countries/japanese.csv").forEach(row -> name(row.getField("code"), "ja", row.getField("ja")));
        DataFile.rows("countries/other-names.csv")
                .forEach(row -> understand(row.getField("code"), row.getField("name")));
        for (NamedCsvRecord row : DataFile.rows("countries/other-languages.csv")) {
            for (String language : List.of("es", "ru", "ar", "zh")) {
                String name = row.getField(language);
                if (!name.isEmpty()) {
                    understand(row.getField("code"), name);
                }
            }
        }
        for (String language : UNDERSTOOD) {
            LocaleDisplayNames usual = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
            NAMES.keySet().forEach(code -> understand(code, usual.regionDisplayName(code)));
        }
    }

    private CountryNames() {}

    private static void name(String code, String language, String name) {
        NAMES.computeIfAbsent(code, fresh -> new HashMap<>()).put(language, name);
        CODES.put(form(name), code);
        understand(code, name);
    }

    private static void understand(String code, String name) {
        CODES.putIfAbsent(form(name), code);
        SPELLINGS.computeIfAbsent(code, fresh -> new LinkedHashSet<>()).add(name);
    }

    static boolean has(String code) {
        return NAMES.containsKey(code);
    }

    static List<String> codes() {
        return List.copyOf(NAMES.keySet());
    }

    /** As the United Nations writes it. */
    static String name(String code, Locale language) {
        Map<String, String> names = NAMES.getOrDefault(code, Map.of());
        String own = names.get(Words.closest(language).getLanguage());
        return own == null ? names.getOrDefault("en", code) : own;
    }

    /**
     * The country or area that somebody calls so: with or without "Government of", what kind of state it is, article and
     * accents, these also behind a comma or in brackets.
     */
    public static Optional<CountryCode> find(String name) {
        String code = code(form(name));
        int comma = name.indexOf(',');
        if (code == null && comma > 0) {
            code = code(form(name.substring(comma + 1) + " " + name.substring(0, comma)));
        }
        return Optional.ofNullable(code).map(CountryCode::new);
    }

    private static @Nullable String code(String form) {
        String plain = INITIALS.matcher(form).matches() ? form.replace(" ", "") : form;
        String known = CODES.getOrDefault(form, CODES.get(plain));
        for (String prefix : PREFIXES) {
            if (known == null && form.startsWith(form(prefix) + " ")) {
                known = CODES.get(form.substring(form(prefix).length()).strip());
            }
        }
        for (String suffix : SUFFIXES) {
            if (known == null && form.endsWith(suffix)) {
                known = CODES.get(form.substring(0, form.length() - suffix.length()));
            }
        }
        String bare = ARTICLE_BEHIND.matcher(form).replaceFirst("");
        return known != null || bare.equals(form) ? known : code(bare);
    }

    /** Every name by which the country is understood, those that are shown first. */
    public static List<String> spellings(CountryCode code) {
        return List.copyOf(SPELLINGS.getOrDefault(code.value(), Set.of()));
    }

    /** Without accents, apostrophes and what stands between words. */
    private static String form(String name) {
        String plain = com.ibm.icu.text.Normalizer2.getNFDInstance()
                .normalize(Text.folded(name))
                .replaceAll("(?<=\\p{IsLatin})\\p{Mn}+", "");
        return Text.folded(plain.replaceAll("[\\p{P}\\p{S}]+", " "));
    }
}
