package org.kizuna.document;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for [RFC 9110, 14].
 *
 * @param first octet, from 0
 * @param last octet, below the first when there is none of those asked for
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Nothing when the whole is asked for, in more than one part too, or parts of what it was before.
     *
     * @param asked as the header Range has it
     * @param known as the header If-Range has it
     */
    static @Nullable ByteRange of(@Nullable String asked, @Nullable String known, DocumentRow document) {
        return asked == null || (known != null && !known.equals(tag(document)))
                ? null
                : of(asked, document.sizeBytes());
    }

    static @Nullable ByteRange of(String asked, long size) {
        Matcher range = ONE.matcher(asked.strip());
        if (!range.matches()) {
            return null;
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? null : new ByteRange(Math.max(0, size - Long.parseLong(to)), size - 1);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Long.parseLong(to);
        if (last < first && first < size) {
            return null;
        }
        return new ByteRange(first, Math.min(last, size - 1));
    }

    static String tag(DocumentRow document) {
        return "\"" + document.sha256() + "\"";
    }

    boolean isEmpty() {
        return last < first;
    }

    long length() {
        return last - first + 1;
    }

    String header(long size) {
        return isEmpty() ? "bytes */" + size : "bytes " + first + "-" + last + "/" + size;
    }

    /** Passes on what is in the range of all that is written to it. */
    OutputStream of(OutputStream out) {
        return new FilterOutputStream(out) {
            private long at;

            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                long from = Math.max(first, at);
                long to = Math.min(last + 1, at + length);
                if (from < to) {
                    out.write(bytes, offset + (int) (from - at), (int) (to - from));
                }
                at += length;
            }
        };
    }
}
