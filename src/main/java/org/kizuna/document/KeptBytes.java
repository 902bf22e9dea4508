package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.IntFunction;

/** A file in parts, fetched as it is read; its last part is given when the digest of all of it was looked at. */
final class KeptBytes extends InputStream {

    private final IntFunction<byte[]> parts;
    private final Check check;
    private final MessageDigest digest = Inspected.sha256Digest();
    private int number;
    private ByteBuffer part = ByteBuffer.allocate(0);
    private byte[] next;
    private boolean ended;

    /** @param parts by number from 0, an empty one behind the last */
    KeptBytes(IntFunction<byte[]> parts, Check check) {
        this.parts = parts;
        this.check = check;
        this.next = parts.apply(0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? Byte.toUnsignedInt(part.get()) : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, part.remaining());
        part.get(buffer, offset, read);
        return read;
    }

    private boolean fill() throws IOException {
        if (part.hasRemaining()) {
            return true;
        }
        if (ended) {
            return false;
        }
        byte[] bytes = next;
        digest.update(bytes);
        number++;
        next = bytes.length == 0 ? bytes : parts.apply(number);
        if (next.length == 0) {
            check.of(HexFormat.of().formatHex(digest.digest()));
            ended = true;
        }
        part = ByteBuffer.wrap(bytes);
        return part.hasRemaining();
    }

    /** Looks at the SHA-256 of all of it, hexadecimal. */
    interface Check {
        void of(String sha256) throws IOException;
    }
}
