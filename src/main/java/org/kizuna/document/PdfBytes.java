package org.kizuna.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * One pass over a PDF's bytes, which needs no table to find an object by: head and end, the names of every object that
 * was ever written, and those that are packed. What streams hold else, attachments among it, is left alone.
 */
final class PdfBytes {

    private static final byte[] HEAD = ascii("%PDF-");
    private static final byte[] END_OF_FILE = ascii("%%EOF");
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END_OF_STREAM = ascii("endstream");
    private static final byte[] OBJECT = ascii("obj");

    private static final Set<String> OTHER_FILTERS =
            Set.of("LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "LZW", "AHx", "A85", "RL");

    /** How a further edition may begin behind the end of the one before. */
    private static final String GOES_ON = "0123456789xts%";

    private final ByteBuffer bytes;
    private final PdfNames names;
    private final PackedObjects packed = new PackedObjects();
    private final Set<String> sinceObject = new HashSet<>();
    private int lastEnd = -1;
    private boolean encrypted;
    private boolean unread;
    private boolean unended;

    private PdfBytes(ByteBuffer bytes) {
        this.bytes = bytes;
        this.names = new PdfNames(bytes);
    }

    /** @throws org.kizuna.shared.BusinessRuleViolation as it is written in {@link Inspected#of} */
    static PdfBytes lookThrough(ByteBuffer bytes) {
        if (!PictureEnd.startsWith(bytes, 0, HEAD)) {
            throw new DocumentHoldsMore(FileKind.PDF);
        }
        PdfBytes all = new PdfBytes(bytes);
        all.pass();
        if (all.lastEnd >= 0 && !PictureEnd.isBlankFrom(bytes, all.lastEnd)) {
            throw new DocumentHoldsMore(FileKind.PDF);
        }
        return all;
    }

    /** Whether something says that it is. */
    boolean isEncrypted() {
        return encrypted;
    }

    /** Whether there were packed objects that only who knows the key can unpack. */
    boolean isUnread() {
        return unread;
    }

    private void pass() {
        int at = 0;
        while (at < bytes.limit()) {
            at = switch (bytes.get(at)) {
                case '/' -> name(at);
                case '%' -> PictureEnd.startsWith(bytes, at, END_OF_FILE) ? end(at) : at + 1;
                case 's' -> PictureEnd.startsWith(bytes, at, STREAM) ? stream(at) : at + 1;
                case 'o' -> object(at);
                default -> at + 1;
            };
        }
    }

    private int name(int at) {
        int end = names.read(at);
        if (sinceObject.size() < 1000) {
            sinceObject.add(names.last());
        }
        encrypted |= names.last().equals("Encrypt");
        return end;
    }

    private int object(int at) {
        if (PictureEnd.startsWith(bytes, at, OBJECT)) {
            sinceObject.clear();
            return at + OBJECT.length;
        }
        return at + 1;
    }

    private int end(int at) {
        lastEnd = at + END_OF_FILE.length;
        int next = lastEnd;
        while (next < bytes.limit() && PictureEnd.isBlank(bytes.get(next))) {
            next++;
        }
        if (next < bytes.limit() && GOES_ON.indexOf(bytes.get(next)) < 0) {
            throw new DocumentHoldsMore(FileKind.PDF);
        }
        return next;
    }

    /** Goes over what a stream holds, but for packed objects. */
    private int stream(int at) {
        int from = at + STREAM.length;
        boolean begins = !unended
                && at > 0
                && !PdfNames.isRegular(bytes.get(at - 1))
                && from < bytes.limit()
                && (bytes.get(from) == '\r' || bytes.get(from) == '\n');
        if (!begins) {
            return from;
        }
        from += bytes.get(from) == '\r' && from + 1 < bytes.limit() && bytes.get(from + 1) == '\n' ? 2 : 1;
        int to = from;
        while (to < bytes.limit() && !(bytes.get(to) == 'e' && PictureEnd.startsWith(bytes, to, END_OF_STREAM))) {
            to++;
        }
        boolean objects = sinceObject.contains("ObjStm");
        if (to == bytes.limit() || (objects && isPlain())) {
            unended |= to == bytes.limit();
            return from;
        }
        unpack(bytes.slice(from, to - from), objects);
        return to + END_OF_STREAM.length;
    }

    private void unpack(ByteBuffer stream, boolean objects) {
        if (objects) {
            unread |= hasOtherFilters() || !packed.lookThrough(stream);
        } else if (sinceObject.contains("XRef") && !isPlain()) {
            if (hasOtherFilters()) {
                throw new DocumentUnsearchable(FileKind.PDF);
            }
            packed.measure(stream);
        }
    }

    private boolean isPlain() {
        return !sinceObject.contains("Filter");
    }

    private boolean hasOtherFilters() {
        return sinceObject.stream().anyMatch(OTHER_FILTERS::contains)
                || (sinceObject.contains("ObjStm") && sinceObject.contains("Predictor"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
