package org.kizuna.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is kept, and the form in which names, titles and identifiers are compared. Signs that nobody sees are kept
 * only where a script spells with them: joiners by the contextual rules of RFC 5892, appendix A.1 and A.2, single
 * direction marks, and the selectors of a Han or Mongolian letter's shape.
 */
public final class Text {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Canonical combining class of the signs that take a consonant's vowel away. */
    private static final int VIRAMA = 9;

    private Text() {}

    /** Whether a database compares it with a code instead of refusing to; nothing is no text. */
    public static boolean isAscii(@Nullable String text) {
        return text == null || text.chars().allMatch(c -> c < 0x80);
    }

    /** A name, a title or an identifier: NFC, in one line, any white space as one blank, no blank ends; null when empty. */
    public static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return present(isPlain(text) ? text.strip() : blanks(seen(NFC.normalize(text), false)));
    }

    /**
     * A name in a single line for somebody else's eyes, be it kept since before such signs were refused: as {@link
     * #line}, and no direction marks, which could show the end of a file's name in front; empty when there is none.
     */
    public static String shown(@Nullable String name) {
        String line = line(name);
        if (line == null || isPlain(line)) {
            return line == null ? "" : line;
        }
        StringBuilder out = new StringBuilder(line.length());
        line.codePoints().filter(sign -> !isDirectionMark(sign)).forEach(out::appendCodePoint);
        return blanks(out.toString());
    }

    /** A text of several lines: NFC, with its line breaks and blanks, no blank ends; null when empty. */
    public static @Nullable String lines(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return present(
                isPlain(text)
                        ? text.strip()
                        : seen(NFC.normalize(text.replace("\r\n", "\n")), true).strip());
    }

    /** The form in which two texts are one: as {@link #line}, and compatibility forms equal, nothing that is ignorable. */
    public static String compared(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return isPlain(text) ? text.strip() : blanks(NFKC.normalize(blanks(withoutIgnorable(text))));
    }

    /** The form in which two names are one, whatever their case [Unicode, NFKC_Casefold]. */
    public static String folded(@Nullable String name) {
        return name == null ? "" : blanks(NFKC_CASEFOLD.normalize(withoutControls(name)));
    }

    private static @Nullable String present(String clean) {
        return clean.isEmpty() || blanks(withoutIgnorable(clean)).isEmpty() ? null : clean;
    }

    /** Nothing but ASCII that can be seen and single blanks, as most of what a file of many rows holds. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign > '~' || (sign == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Every run of white space as one blank, and none at the ends. */
    private static String blanks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (isBlank(sign)) {
                blank = !out.isEmpty();
                continue;
            }
            if (blank) {
                out.append(' ');
                blank = false;
            }
            out.appendCodePoint(sign);
        }
        return out.toString();
    }

    private static boolean isBlank(int sign) {
        return UCharacter.isUWhiteSpace(sign) || sign == 0x2800;
    }

    private static String seen(String text, boolean severalLines) {
        StringBuilder out = new StringBuilder(text.length());
        int[] signs = text.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            int sign = signs[i];
            if (isLineBreak(sign)) {
                out.append(severalLines ? '\n' : ' ');
            } else if (isBlank(sign) || !isUnseen(sign) || isSpelling(signs, i, out)) {
                out.appendCodePoint(sign);
            }
        }
        return out.toString();
    }

    private static boolean isLineBreak(int sign) {
        return (sign >= '\n' && sign <= '\r') || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
    }

    private static boolean isUnseen(int sign) {
        return UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(sign, UProperty.NONCHARACTER_CODE_POINT)
                || isControl(sign);
    }

    private static boolean isControl(int sign) {
        int type = Character.getType(sign);
        return (type == Character.CONTROL && !isBlank(sign))
                || type == Character.SURROGATE
                || (sign >= 0xFFF9 && sign <= 0xFFFB);
    }

    private static boolean isSpelling(int[] signs, int at, StringBuilder before) {
        if (before.isEmpty()) {
            return false;
        }
        int previous = before.codePointBefore(before.length());
        int sign = signs[at];
        if (sign == JOINER) {
            return UCharacter.getCombiningClass(previous) == VIRAMA;
        }
        if (sign == NON_JOINER) {
            return UCharacter.getCombiningClass(previous) == VIRAMA
                    || (joinsForward(before) && joinsBackward(signs, at + 1));
        }
        if (isDirectionMark(sign)) {
            return !isDirectionMark(previous);
        }
        int script = UScript.getScript(previous);
        return (script == UScript.HAN && isShapeOfHan(sign))
                || (script == UScript.MONGOLIAN && isShapeOfMongolian(sign));
    }

    /** Left-to-right, right-to-left and Arabic letter mark. */
    private static boolean isDirectionMark(int sign) {
        return sign == 0x200E || sign == 0x200F || sign == 0x061C;
    }

    private static boolean isShapeOfHan(int sign) {
        return (sign >= 0xFE00 && sign <= 0xFE02) || (sign >= 0xE0100 && sign <= 0xE01EF);
    }

    private static boolean isShapeOfMongolian(int sign) {
        return (sign >= 0x180B && sign <= 0x180D) || sign == 0x180F;
    }

    private static boolean joinsForward(StringBuilder before) {
        for (int i = before.length(); i > 0; i -= Character.charCount(before.codePointBefore(i))) {
            int type = joining(before.codePointBefore(i));
            if (type != UCharacter.JoiningType.TRANSPARENT) {
                return type == UCharacter.JoiningType.LEFT_JOINING || type == UCharacter.JoiningType.DUAL_JOINING;
            }
        }
        return false;
    }

    private static boolean joinsBackward(int[] signs, int from) {
        for (int i = from; i < signs.length; i++) {
            int type = joining(signs[i]);
            if (type != UCharacter.JoiningType.TRANSPARENT) {
                return type == UCharacter.JoiningType.RIGHT_JOINING || type == UCharacter.JoiningType.DUAL_JOINING;
            }
        }
        return false;
    }

    private static int joining(int sign) {
        return UCharacter.getIntPropertyValue(sign, UProperty.JOINING_TYPE);
    }

    private static String withoutIgnorable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(sign -> !isUnseen(sign)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String withoutControls(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(sign -> !isControl(sign)).forEach(out::appendCodePoint);
        return out.toString();
    }
}
