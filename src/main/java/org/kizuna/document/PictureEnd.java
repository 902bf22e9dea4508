package org.kizuna.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Where a picture begins and ends, walked along its parts: PNG [ISO/IEC 15948], JPEG [ITU-T T.81, annex B], GIF [GIF89a]
 * and WebP [RFC 9649]. One that breaks off has nothing behind its end, and may not hold a file that is found wherever it
 * begins.
 */
final class PictureEnd {

    private static final int NOWHERE = -1;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = "GIF8".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};
    private static final int IEND = 0x49454E44;

    private PictureEnd() {}

    /** @throws DocumentHoldsMore when the head does not stand first, or more than blanks stand behind the end */
    static void refuseMore(ByteBuffer bytes, FileKind kind) {
        byte[] head =
                switch (kind) {
                    case PNG -> PNG;
                    case JPEG -> JPEG;
                    case GIF -> GIF;
                    default -> RIFF;
                };
        if (!startsWith(bytes, 0, head)) {
            throw new DocumentHoldsMore(kind);
        }
        int end =
                switch (kind) {
                    case PNG -> endOfPng(bytes);
                    case JPEG -> endOfJpegs(bytes);
                    case GIF -> endOfGif(bytes);
                    default -> endOfRiff(bytes);
                };
        if (end == NOWHERE ? holdsAnother(bytes) : !isBlankFrom(bytes, end)) {
            throw new DocumentHoldsMore(kind);
        }
    }

    private static boolean holdsAnother(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            byte sign = bytes.get(i);
            if ((sign == 'P' && startsWith(bytes, i, END_OF_ZIP)) || (sign == '%' && startsWith(bytes, i, PDF))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing but white space and zeros. */
    static boolean isBlankFrom(ByteBuffer bytes, int from) {
        for (int i = from; i < bytes.limit(); i++) {
            if (!isBlank(bytes.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte sign) {
        return sign == 0 || sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    static boolean startsWith(ByteBuffer bytes, int from, byte[] head) {
        return from + head.length <= bytes.limit()
                && bytes.slice(from, head.length).equals(ByteBuffer.wrap(head));
    }

    private static int endOfPng(ByteBuffer bytes) {
        long at = PNG.length;
        while (at + 12 <= bytes.limit()) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at));
            int type = bytes.getInt((int) at + 4);
            at += 12 + length;
            if (type == IEND) {
                return at <= bytes.limit() ? (int) at : NOWHERE;
            }
        }
        return NOWHERE;
    }

    /** Cameras write smaller pictures of the same format directly behind. */
    private static int endOfJpegs(ByteBuffer bytes) {
        int end = endOfJpeg(bytes, 0);
        while (end != NOWHERE && startsWith(bytes, end, JPEG)) {
            end = endOfJpeg(bytes, end);
        }
        return end;
    }

    private static int endOfJpeg(ByteBuffer bytes, int from) {
        int at = from + 2;
        while (at + 2 <= bytes.limit()) {
            int marker = Byte.toUnsignedInt(bytes.get(at + 1));
            if (bytes.get(at) != (byte) 0xFF || marker == 0 || isRestart(marker)) {
                // the picture itself, which any marker but these ends
                at++;
            } else if (marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                return at + 2;
            } else if (marker == 0x01 || marker == 0xD8) {
                at += 2;
            } else if (at + 4 <= bytes.limit()) {
                at += 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(at + 2)));
            } else {
                return NOWHERE;
            }
        }
        return NOWHERE;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static int endOfGif(ByteBuffer bytes) {
        int at = 13;
        if (bytes.limit() > 10) {
            at += table(bytes.get(10));
        }
        while (at < bytes.limit()) {
            switch (bytes.get(at)) {
                case 0x3B -> {
                    return at + 1;
                }
                case 0x21 -> at = afterBlocks(bytes, at + 2);
                case 0x2C -> {
                    if (at + 10 > bytes.limit()) {
                        return NOWHERE;
                    }
                    at = afterBlocks(bytes, at + 11 + table(bytes.get(at + 9)));
                }
                default -> {
                    return NOWHERE;
                }
            }
        }
        return NOWHERE;
    }

    /** Length of a table of colours. */
    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
    }

    private static int afterBlocks(ByteBuffer bytes, int from) {
        int at = from;
        while (at < bytes.limit()) {
            int length = Byte.toUnsignedInt(bytes.get(at));
            at += 1 + length;
            if (length == 0) {
                return at;
            }
        }
        return at;
    }

    private static int endOfRiff(ByteBuffer bytes) {
        if (bytes.limit() < 12) {
            return NOWHERE;
        }
        long length = Integer.toUnsignedLong(
                bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        long end = 8 + length + (length & 1);
        return end <= bytes.limit() ? (int) end : NOWHERE;
    }
}
