package org.kizuna.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
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

    private static final Tika TIKA = new Tika();

    /** What people send as evidence. Nothing that a browser or a desktop would run. */
    private static final Set<String> WELCOME = Set.of(
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
            "message/rfc822",
            "text/plain",
            "text/csv",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/tiff",
            "image/webp");

    /** @throws org.kizuna.shared.BusinessRuleViolation when the file is empty, too large or of no welcome type */
    static Inspected of(Content content) throws IOException {
        String name = lastPart(content.fileName());
        MessageDigest digest = sha256Digest();
        long size = 0;
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                size += read;
                if (size > LARGEST) {
                    throw new DocumentTooLarge(LARGEST >> 20);
                }
                read = in.read(buffer);
            }
        }
        if (size == 0) {
            throw new DocumentIsEmpty();
        }
        String type = detect(content, name);
        if (!WELCOME.contains(type)) {
            throw new DocumentTypeRefused(type);
        }
        return new Inspected(name, type, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static String detect(Content content, String name) throws IOException {
        String type = tika(content, name);
        if (!WELCOME.contains(type)) {
            return type;
        }
        if (type.startsWith(OfficeArchive.OPEN_XML)) {
            return OfficeArchive.type(content);
        }
        // an OpenDocument file says itself what it is; the name of one says nothing
        return type.startsWith("application/vnd.oasis.") ? tika(content, "") : type;
    }

    private static String tika(Content content, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open())) {
            return TIKA.detect(in, name);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
