package org.kizuna.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Unpacks the streams in which a PDF packs objects [ISO 32000-1, 7.5.7], so many octets and no more. */
final class PackedObjects {

    private static final int LARGEST = 16 << 20;
    private static final long ALL = 128L << 20;

    private long unpacked;

    /**
     * Looks at the names of the objects.
     *
     * @return false where this is nothing packed with Flate
     * @throws DocumentUnsearchable when there is too much in it
     */
    boolean lookThrough(ByteBuffer packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole = unpack(packed, out);
        PdfNames.readAll(ByteBuffer.wrap(out.toByteArray()));
        return whole;
    }

    /** Unpacks a table of where the objects are, for nothing but its size. */
    void measure(ByteBuffer packed) {
        unpack(packed, null);
    }

    private boolean unpack(ByteBuffer packed, @Nullable ByteArrayOutputStream out) {
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[1 << 16];
        try {
            inflater.setInput(packed);
            long size = 0;
            int read = inflater.inflate(buffer);
            while (read > 0) {
                size += read;
                unpacked += read;
                if (size > LARGEST || unpacked > ALL) {
                    throw new DocumentUnsearchable(FileKind.PDF);
                }
                if (out != null) {
                    out.write(buffer, 0, read);
                }
                read = inflater.inflate(buffer);
            }
            return inflater.finished() || size > 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
