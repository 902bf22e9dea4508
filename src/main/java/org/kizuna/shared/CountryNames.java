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
            "republic of ",
            "kingdom of ",
            "the ");

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

    /** The country or area that somebody calls so, with or without "Government of", article and accents. */
    public static Optional<CountryCode> find(String name) {
        String form = form(name);
        String code = CODES.get(form);
        for (String prefix : PREFIXES) {
            if (code == null && form.startsWith(form(prefix) + " ")) {
                code = CODES.get(form.substring(form(prefix).length()).strip());
            }
        }
        if (code == null && form.endsWith("\u653f\u5e9c")) {
            code = CODES.get(form.substring(0, form.length() - 2));
        }
        return Optional.ofNullable(code).map(CountryCode::new);
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
