package org.kizuna.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the names in a PDF's bytes one after the other, #-escapes and all [ISO 32000-1, 7.3.5], and tells by what
 * stands around one whether it begins a script or the launch of a program [12.6.4.5, 12.6.4.16].
 */
final class PdfNames {

    private static final int LONGEST = 127;

    /** How far is looked for what a name stands for. */
    private static final int NEAR = 256;

    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch");
    private static final Set<String> SCRIPTS = Set.of("JavaScript", "JS", "XFA");

    private final ByteBuffer bytes;
    private String last = "";
    private int lastEnd = -1;

    PdfNames(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads nothing but names. */
    static void readAll(ByteBuffer objects) {
        PdfNames names = new PdfNames(objects);
        int at = 0;
        while (at < objects.limit()) {
            at = objects.get(at) == '/' ? names.read(at) : at + 1;
        }
    }

    String last() {
        return last;
    }

    /**
     * Reads the name whose solidus stands here.
     *
     * @return where it ends
     */
    int read(int at) {
        boolean ofAction = last.equals("S") && lastEnd >= 0 && afterBlanks(lastEnd) == at;
        boolean ofAnother = !ofAction && lastEnd >= 0 && afterBlanks(lastEnd) == at;
        StringBuilder name = new StringBuilder();
        int end = at + 1;
        while (end < bytes.limit() && name.length() < LONGEST && isRegular(bytes.get(end))) {
            int high = end + 2 < bytes.limit() && bytes.get(end) == '#' ? digit(end + 1) : -1;
            int low = high < 0 ? -1 : digit(end + 2);
            name.append((char) (low < 0 ? Byte.toUnsignedInt(bytes.get(end)) : high * 16 + low));
            end += low < 0 ? 1 : 3;
        }
        last = name.toString();
        lastEnd = end;
        if ((ACTIONS.contains(last) && (ofAction || (!ofAnother && standsAlone(at))))
                || (SCRIPTS.contains(last) && isFollowed(end))) {
            throw new DocumentRunsSomething();
        }
        return end;
    }

    /** As the name of an action does that is kept apart from the action. */
    private boolean standsAlone(int at) {
        return at > 0 && (PictureEnd.isBlank(bytes.get(at - 1)) || bytes.get(at - 1) == '[');
    }

    /** By a text, a dictionary, or a reference to one, as it is in none of the words of an address. */
    private boolean isFollowed(int end) {
        int at = afterBlanks(end);
        if (at >= bytes.limit()) {
            return false;
        }
        if (bytes.get(at) == '(' || bytes.get(at) == '<') {
            return true;
        }
        byte[] next = new byte[Math.min(32, bytes.limit() - at)];
        bytes.duplicate().position(at).get(next);
        return new String(next, StandardCharsets.ISO_8859_1).matches("(?s)\\d{1,10}\\s+\\d{1,5}\\s+R.*");
    }

    private int afterBlanks(int from) {
        int at = from;
        int furthest = Math.min(bytes.limit(), from + NEAR);
        boolean comment = false;
        while (at < furthest) {
            byte sign = bytes.get(at);
            comment = comment ? sign != '\r' && sign != '\n' : sign == '%';
            if (!comment && !PictureEnd.isBlank(sign)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private int digit(int at) {
        return Character.digit(bytes.get(at), 16);
    }

    static boolean isRegular(byte sign) {
        return !PictureEnd.isBlank(sign) && "()<>[]{}/%".indexOf(sign) < 0;
    }
}
