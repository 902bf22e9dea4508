package org.kizuna.shared;

/**
 * Text that runs from right to left among text that runs from left to right [UAX 9]. What is shown is isolated where it
 * stands; what is kept has no such signs.
 */
public final class Bidi {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    /** Nothing before the first Hebrew letter runs from right to left. */
    private static final char FIRST = '\u0590';

    private Bidi() {}

    /** Whether some letter in it runs from right to left. */
    public static boolean runsFromRight(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST) {
                byte direction = Character.getDirectionality(Character.codePointAt(text, i));
                if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text for a place in a sentence: what runs from right to left leaves the sentence's order alone. */
    public static String isolated(String text) {
        return runsFromRight(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }
}
