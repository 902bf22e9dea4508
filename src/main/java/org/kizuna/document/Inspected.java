package org.kizuna.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;

/**
 * What a file turns out to be when it is read, whatever its sender calls it.
 *
 * @param mediaType by content; the name only tells apart formats that are packed alike
 * @param sha256 hexadecimal
 */
record Inspected(String fileName, String mediaType, long size, String sha256) {

    /** The largest file that is kept, in bytes. */
    static final long LARGEST = 25L << 20;

    private static final String UNKNOWN = "application/octet-stream";

    private static final Tika TIKA = new Tika();

    /**
     * @throws org.kizuna.shared.BusinessRuleViolation when the file is empty, too large, of no welcome type, called
     *     something else, runs anything, or has something else in front or behind
     */
    static Inspected of(Content content) throws IOException {
        FileName name = FileName.of(content.fileName());
        MessageDigest digest = sha256Digest();
        Path copy = Files.createTempFile("kizuna", ".file");
        try {
            long size = copy(content, copy, digest);
            if (size == 0) {
                throw new DocumentIsEmpty();
            }
            FileKind kind = kind(copy, name);
            look(copy, kind);
            return new Inspected(
                    name.value(), kind.mediaType(), size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.delete(copy);
        }
    }

    private static long copy(Content content, Path copy, MessageDigest digest) throws IOException {
        long size = 0;
        try (InputStream in = content.open();
                OutputStream out = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                size += read;
                if (size > LARGEST) {
                    throw new DocumentTooLarge(LARGEST >> 20);
                }
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        return size;
    }

    private static FileKind kind(Path file, FileName name) throws IOException {
        String type = tika(file, name.value());
        if (type.contains("macroenabled")) {
            name.refuseMacros();
        }
        FileKind kind = FileKind.of(type).orElseThrow(() -> new DocumentTypeRefused(type));
        String content = content(file, kind);
        if (kind.isOpenXml() || kind.isOpenDocument()) {
            // an OpenDocument file says itself what it is; the name of one says nothing
            String packed = kind.isOpenXml() ? OfficeArchive.type(file) : content;
            kind = FileKind.of(packed).orElseThrow(() -> new DocumentTypeRefused(packed));
        } else if (kind.isCompound()) {
            kind = CompoundFile.kind(file, kind);
        }
        name.refuseMacros();
        name.refuseUnlessItFits(content, kind);
        return kind;
    }

    /** The type of the content alone, which Tika does not know of a text in an encoding such as Shift JIS. */
    private static String content(Path file, FileKind kind) throws IOException {
        String content = tika(file, "");
        if (!content.equals(UNKNOWN)) {
            return content;
        }
        if (!kind.isText() || hasControls(mapped(file))) {
            throw new DocumentTypeRefused(content);
        }
        return FileKind.TXT.mediaType();
    }

    private static boolean hasControls(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte sign = bytes.get();
            if (sign >= 0 && sign < ' ' && sign != 0x1B && (sign < '\b' || sign > '\r')) {
                return true;
            }
        }
        return false;
    }

    private static void look(Path file, FileKind kind) throws IOException {
        switch (kind) {
            case DOCX, XLSX, PPTX, ODT, ODS, ODP -> OfficeArchive.refuseMacros(file, kind);
            case DOC, XLS, PPT, MSG -> CompoundFile.refuseMacros(file, kind);
            case PNG, JPEG, GIF, WEBP -> PictureEnd.refuseMore(mapped(file), kind);
            case PDF -> {
                PdfBytes bytes = PdfBytes.lookThrough(mapped(file));
                PdfObjects.lookThrough(file, bytes);
            }
            default -> {
                // a text or a TIFF has neither an end nor anything that runs
            }
        }
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private static String tika(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return TIKA.detect(in, name);
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
