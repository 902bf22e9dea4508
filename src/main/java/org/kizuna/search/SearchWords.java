package org.kizuna.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the words it is found by, folded alike for what is stored and what is asked. Chinese, Japanese and
 * Korean are stored from each of their signs on, so that any part of a name is found whole, by its beginning.
 */
public final class SearchWords {

    static final int LONGEST = 40;

    /** Signs of Chinese, Japanese and Korean that stand behind one another in a stored word. */
    private static final int LONGEST_RUN = 16;

    private static final int LONGEST_QUESTION = 300;

    private SearchWords() {}

    /** Every word of the texts, without repetition. */
    static List<String> stored(List<@Nullable String> texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                pieces(Folding.fold(text), true).forEach(piece -> store(piece, words));
            }
        }
        return List.copyOf(words);
    }

    private static void store(String piece, Set<String> words) {
        if (!isRun(piece)) {
            words.add(cut(piece, LONGEST));
            return;
        }
        int[] signs = piece.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            words.add(new String(signs, i, Math.min(LONGEST_RUN, signs.length - i)));
        }
    }

    /** What words have to begin with, each that another begins with left out. */
    public static List<String> asked(@Nullable String question) {
        if (question == null) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        for (String piece : pieces(Folding.fold(cut(question, LONGEST_QUESTION)), false)) {
            if (isRun(piece)) {
                ask(piece.codePoints().toArray(), words);
            } else {
                words.add(cut(piece, LONGEST));
            }
        }
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.startsWith(word)))
                .toList();
    }

    /** As many parts as it takes, the last one ending where the question does. */
    private static void ask(int[] signs, Set<String> words) {
        for (int i = 0; i < signs.length; i += LONGEST_RUN) {
            int from = Math.max(0, Math.min(i, signs.length - LONGEST_RUN));
            words.add(new String(signs, from, Math.min(LONGEST_RUN, signs.length - from)));
        }
    }

    /**
     * Whether a slip in it is looked for: five letters or more, and no digit. Of more than eighteen there are a thousand
     * slips, which MariaDB no longer looks up one by one.
     */
    static boolean mayHaveASlip(String word) {
        return word.length() >= 5
                && word.length() <= 18
                && !isRun(word)
                && word.codePoints().allMatch(Character::isLetter);
    }

    private static boolean isRun(String piece) {
        return isSyllabic(piece.codePointAt(0));
    }

    /**
     * Words of letters and digits, and runs of Chinese, Japanese and Korean.
     *
     * @param joined whether blanks within such a run are passed over, as they are written or not
     */
    private static List<String> pieces(String text, boolean joined) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean run = false;
        for (int sign : text.codePoints().toArray()) {
            boolean syllabic = isSyllabic(sign);
            if (sign == 0x30FB || (joined && run && sign == ' ')) {
                continue;
            }
            if (!syllabic && !isOfAWord(sign)) {
                end(piece, pieces);
                run = false;
            } else {
                if (syllabic != run) {
                    end(piece, pieces);
                }
                run = syllabic;
                piece.appendCodePoint(sign);
            }
        }
        end(piece, pieces);
        return pieces;
    }

    private static void end(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    private static boolean isOfAWord(int sign) {
        return Character.isLetterOrDigit(sign)
                || switch (UCharacter.getType(sign)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isSyllabic(int sign) {
        if (sign == 0x30FC || sign == 0x3005) {
            return true;
        }
        return switch (UScript.getScript(sign)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO -> true;
            default -> false;
        };
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
