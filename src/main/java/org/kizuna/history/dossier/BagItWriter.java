package org.kizuna.history.dossier;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A BagIt bag [RFC 8493] as one ZIP file, written from front to back. The same files in the same order give the same
 * bytes: every entry bears the moment the bag was given.
 */
final class BagItWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final String folder;
    private final LocalDateTime moment;
    private final Map<String, String> payload = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private long bytes;

    BagItWriter(OutputStream out, String folder, Instant moment) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.folder = folder;
        this.moment = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** A file of the payload; it ends when it is closed, and the next may begin. */
    OutputStream file(String name) throws IOException {
        return entry("data/" + name, payload);
    }

    void file(String name, String text) throws IOException {
        try (OutputStream out = file(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** SHA-256 of a file of the payload that has ended. */
    @Nullable
    String hashOf(String name) {
        return payload.get("data/" + name);
    }

    Instant moment() {
        return moment.toInstant(ZoneOffset.UTC);
    }

    /**
     * Writes the manifests and signs for them: they hold the hash of every file, so the signature stands for all.
     *
     * @param sign from the bytes of the last manifest to the text of the signature's file
     */
    void finish(Map<String, String> info, Function<byte[], String> sign) throws IOException {
        Map<String, String> about = new TreeMap<>(info);
        about.put("Payload-Oxum", bytes + "." + payload.size());
        tag("bag-info.txt", lines(about, ": ", false));
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag("manifest-sha256.txt", lines(payload, "  ", true));
        String manifest = lines(tags, "  ", true);
        tag("tagmanifest-sha256.txt", manifest);
        tag("signature.json", sign.apply(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    private static String lines(Map<String, String> pairs, String between, boolean valueFirst) {
        StringBuilder text = new StringBuilder();
        pairs.forEach((name, value) -> text.append(valueFirst ? value : name)
                .append(between)
                .append(valueFirst ? name : value)
                .append('\n'));
        return text.toString();
    }

    private void tag(String name, String text) throws IOException {
        try (OutputStream out = entry(name, tags)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private OutputStream entry(String path, Map<String, String> manifest) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + path);
        entry.setTimeLocal(moment);
        zip.putNextEntry(entry);
        MessageDigest digest = sha256();
        return new FilterOutputStream(new DigestOutputStream(zip, digest)) {

            private boolean open = true;

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                out.write(buffer, offset, length);
                if (manifest == payload) {
                    bytes += length;
                }
            }

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void close() throws IOException {
                if (open) {
                    open = false;
                    zip.closeEntry();
                    manifest.put(path, HexFormat.of().formatHex(digest.digest()));
                }
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
