package org.kizuna.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.kizuna.shared.DataFile;
import org.kizuna.shared.Text;

/**
 * Letters in the shape in which they are sought: without case, accents and width; Arabic without its hamzas and vowels,
 * Greek and Cyrillic without their marks, katakana as hiragana, none of them small, kanji in one of their shapes, whether old or new,
 * traditional or simplified.
 */
final class Folding {

    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Map<Integer, Integer> OLDER = older();
    private static final Map<Integer, Integer> HAN = new ConcurrentHashMap<>();

    private static final int KATAKANA_FIRST = 0x30A1;
    private static final int KATAKANA_LAST = 0x30F6;
    private static final int TO_HIRAGANA = 0x60;
    private static final int HIRAGANA_FIRST = 0x3041;
    private static final int HIRAGANA_LAST = 0x3096;

    private static final String LENGTH = "\u30fc";
    private static final int SYLLABLES = 3;

    /** Kana that are written small or not, as in キヤノン, and what they are then. */
    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎゕゖ";

    private static final String LARGE = "あいうえおつやゆよわかけ";

    private Folding() {}

    private static Map<Integer, Integer> older() {
        Map<Integer, Integer> older = new HashMap<>();
        DataFile.rows("kanji-variants.csv").forEach(row -> {
            int usual = row.getField("usual").codePointAt(0);
            int other = row.getField("other").codePointAt(0);
            // the first shape given stands for all of them
            Integer known = older.putIfAbsent(usual, other);
            if (known != null) {
                older.put(other, known);
            }
        });
        return Map.copyOf(older);
    }

    static String fold(String text) {
        String folded = Text.folded(text);
        StringBuilder out = new StringBuilder(folded.length());
        StringBuilder marked = new StringBuilder();
        folded.codePoints().forEach(sign -> {
            if (hasMarks(sign) || (isMark(sign) && !marked.isEmpty())) {
                marked.appendCodePoint(sign);
                return;
            }
            flush(marked, out);
            out.appendCodePoint(shape(sign));
        });
        flush(marked, out);
        return withoutLastLength(out);
    }

    /** The length of a word's last syllable is written or not: of three syllables or more [JIS Z 8301, annex H]. */
    private static String withoutLastLength(StringBuilder text) {
        if (text.indexOf(LENGTH) < 0) {
            return text.toString();
        }
        StringBuilder out = new StringBuilder(text.length());
        int kana = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean last = i + 1 == text.length() || !isKana(text.charAt(i + 1));
            if (!(sign == LENGTH.charAt(0) && last && kana >= SYLLABLES)) {
                out.append(sign);
            }
            kana = isKana(sign) ? kana + 1 : 0;
        }
        return out.toString();
    }

    private static boolean isKana(char sign) {
        return (sign >= HIRAGANA_FIRST && sign <= HIRAGANA_LAST) || sign == LENGTH.charAt(0);
    }

    /** Letters of a script whose marks are no part of them. */
    private static void flush(StringBuilder marked, StringBuilder out) {
        if (marked.isEmpty()) {
            return;
        }
        StringBuilder bare = new StringBuilder();
        NFD.normalize(marked.toString())
                .codePoints()
                .filter(sign -> !isMark(sign))
                .forEach(sign -> letter(sign, bare));
        out.append(NFC.normalize(ascii(bare)));
        marked.setLength(0);
    }

    private static String ascii(StringBuilder letters) {
        char[] in = letters.toString().toCharArray();
        char[] out = new char[in.length * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }

    private static boolean isMark(int sign) {
        return UCharacter.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean hasMarks(int sign) {
        if (sign == 0x0640) {
            return true;
        }
        return switch (UScript.getScript(sign)) {
            case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.ARABIC, UScript.HEBREW -> true;
            default -> false;
        };
    }

    private static void letter(int sign, StringBuilder out) {
        switch (sign) {
            case 0x0640 -> {
                // a letter drawn long
            }
            case 0x0671 -> out.appendCodePoint(0x0627);
            case 0x0649, 0x06CC, 0x06D2 -> out.appendCodePoint(0x064A);
            case 0x06A9 -> out.appendCodePoint(0x0643);
            case 0x0629, 0x06C1, 0x06BE, 0x06D5 -> out.appendCodePoint(0x0647);
            case 0x0621 -> {
                // a hamza of its own is written or not
            }
            case 0x0131 -> out.append('i');
            case 0x0456, 0x0454 -> out.appendCodePoint(sign == 0x0456 ? 0x0438 : 0x0435);
            case 0x0491 -> out.appendCodePoint(0x0433);
            default -> out.appendCodePoint(sign);
        }
    }

    private static int shape(int sign) {
        if (sign >= KATAKANA_FIRST && sign <= KATAKANA_LAST) {
            return large(sign - TO_HIRAGANA);
        }
        if (sign >= HIRAGANA_FIRST && sign <= HIRAGANA_LAST) {
            return large(sign);
        }
        return UScript.getScript(sign) == UScript.HAN ? HAN.computeIfAbsent(sign, Folding::han) : sign;
    }

    private static int large(int kana) {
        int small = SMALL.indexOf(kana);
        return small < 0 ? kana : LARGE.charAt(small);
    }

    private static int han(int sign) {
        int older = OLDER.getOrDefault(sign, sign);
        int oldest = OLDER.getOrDefault(older, older);
        String simplified = SIMPLIFIED.transliterate(Character.toString(oldest));
        return simplified.codePointAt(0);
    }
}
