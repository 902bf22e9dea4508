package org.kizuna.partner;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two names of one organisation have in common though somebody writes them in another way: letters and digits
 * alone, in one case and width, without accents, articles and what is said of the legal form.
 */
final class NameKey {

    private static final int LONGEST = 250;

    /** Signs that stand within a word, as in "S.A.", "A/S" and "d'Ivoire". */
    private static final Pattern WITHIN = Pattern.compile("[.'’ʼ`´·・\"״׳/\\\\]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern SHORTENED =
            Pattern.compile("(^|\\s)(l|d|gl|un|all|dell)['’]", Pattern.CASE_INSENSITIVE);

    /** Accents and points; the voicing marks of kana make other letters. */
    private static final Pattern ACCENT =
            Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}])\\p{Mn}+");

    private static final Set<String> ARTICLES = Set.of(
            "the", "le", "la", "les", "der", "die", "das", "el", "los", "las", "il", "lo", "gli", "de", "het", "den",
            "det", "o", "os", "as");

    private static final LegalForms FORMS = LegalForms.read();

    private NameKey() {}

    /** @return null where a name has neither letters nor digits */
    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> words = words(folded(name));
        List<String> essential = withoutArticles(FORMS.without(words(FORMS.withoutAttached(folded(name)))));
        String key = String.join("", essential.isEmpty() ? words : essential);
        if (key.isEmpty()) {
            return null;
        }
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }

    static String folded(String name) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        String lower = visible.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ');
        String plain =
                ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /** The words of a folded name; initials that stand apart are one word, as "S. A." is "SA". */
    static List<String> words(String folded) {
        String apart =
                SHORTENED.matcher(folded).replaceAll("$1").replace("&", " and ").replace("+", " and ");
        List<String> words = new ArrayList<>();
        StringBuilder initials = new StringBuilder();
        for (String word : BETWEEN.split(WITHIN.matcher(apart).replaceAll(""), -1)) {
            if (word.length() == 1 && word.charAt(0) < 128 && Character.isLetter(word.charAt(0))) {
                initials.append(word);
                continue;
            }
            add(words, initials.toString());
            initials.setLength(0);
            add(words, word);
        }
        add(words, initials.toString());
        return words;
    }

    private static void add(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static List<String> withoutArticles(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        if (!rest.isEmpty() && ARTICLES.contains(rest.get(0))) {
            rest.remove(0);
        }
        // "Government of the Netherlands" is the same as without it
        rest.removeIf(word -> word.equals("the"));
        return rest;
    }
}
