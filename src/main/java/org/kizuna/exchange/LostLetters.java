package org.kizuna.exchange;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Letters that a file lost before it came here: they can't be guessed, and the name has to be looked up. */
final class LostLetters {

    /** What a program writes in place of a letter that it could not read, or could not write. */
    private static final Pattern REPLACED = Pattern.compile("\uFFFD|(?<=\\p{L})\\?(?=\\p{L})");

    /** What one letter becomes when two bytes of UTF-8 are taken for two letters. */
    private static final Pattern TWO_FOR_ONE = Pattern.compile("[\u00C2-\u00F4][\u0080-\u02DC\u2013-\u2122]");

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private LostLetters() {}

    static boolean in(String text) {
        return REPLACED.matcher(text).find() || (TWO_FOR_ONE.matcher(text).find() && isUtf8ReadAsWestern(text));
    }

    /** Bytes of UTF-8 that were read in another character set; hardly a name is both by chance. */
    private static boolean isUtf8ReadAsWestern(String text) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(WESTERN.newEncoder().encode(CharBuffer.wrap(text)))
                            .length()
                    < text.length();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
