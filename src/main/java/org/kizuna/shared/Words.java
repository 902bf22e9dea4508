package org.kizuna.shared;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The words on the screen and in answers, in every language there is: one {@link WordBundle} for each feature. */
public final class Words {

    /** The languages that are complete, the first one for whoever asks for another. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.JAPANESE);

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** By language: a page asks for hundreds, and looking for one in every bundle takes most of its time. */
    private static final Map<Locale, Map<String, String>> ALL = new ConcurrentHashMap<>();

    private Words() {}

    /** The closest language there is. */
    public static Locale closest(@Nullable Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> wanted != null && language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    public static boolean has(Locale language, String key) {
        return find(language, key) != null;
    }

    /**
     * The words for a key, with the arguments in their places, each written as the language writes it.
     *
     * @throws MissingResourceException when no bundle has the key
     */
    public static String text(Locale language, String key, Object... arguments) {
        String pattern = find(language, key);
        if (pattern == null) {
            throw new MissingResourceException("No words for " + key, Words.class.getName(), key);
        }
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] written = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            written[i] = written(language, arguments[i]);
        }
        return new MessageFormat(pattern, language).format(written);
    }

    public static String text(Locale language, String key, List<Object> arguments) {
        return text(language, key, arguments.toArray());
    }

    /** What a constant is called. */
    public static String label(Locale language, Enum<?> constant) {
        return text(language, constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** What is wrong, for whoever can mend it. */
    public static String refusal(Locale language, BusinessRuleViolation violation) {
        return text(language, violation.key(), violation.arguments());
    }

    private static Object written(Locale language, Object argument) {
        if (argument instanceof Enum<?> constant) {
            return label(language, constant);
        }
        if (argument instanceof Money money) {
            return Formats.money(language, money);
        }
        if (argument instanceof LocalDate date) {
            return Formats.date(language, date);
        }
        return argument instanceof Number ? argument : Bidi.isolated(String.valueOf(argument));
    }

    private static @Nullable String find(Locale language, String key) {
        return ALL.computeIfAbsent(closest(language), Words::all).get(key);
    }

    /** Reads the words of every language. */
    static void read() {
        LANGUAGES.forEach(language -> find(language, ""));
    }

    /** Names of the bundles, under {@code messages/}. */
    public static List<String> bundles() {
        return CDI.current().select(WordBundle.class, Any.Literal.INSTANCE).stream()
                .map(WordBundle::bundle)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> all(Locale language) {
        Map<String, String> all = new HashMap<>();
        for (String bundle : bundles()) {
            ResourceBundle words =
                    ResourceBundle.getBundle("messages/" + bundle, language, Words.class.getClassLoader(), EXACT);
            words.keySet().forEach(key -> all.putIfAbsent(key, words.getString(key)));
        }
        return Map.copyOf(all);
    }
}
