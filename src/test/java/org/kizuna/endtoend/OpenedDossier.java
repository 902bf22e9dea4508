package org.kizuna.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A dossier in the hands of somebody who would like it to say something else. */
final class OpenedDossier {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    OpenedDossier(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(path(name)), name);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** What can be read on its pages. */
    String print(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(name))) {
            return new PDFTextStripper().getText(document);
        }
    }

    List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /** By its end, whatever the bag's folder is called. */
    private String path(String name) {
        return files.keySet().stream()
                .filter(path -> path.equals(name) || path.endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    void put(String name, byte[] content) {
        files.put(path(name), content);
    }

    OpenedDossier add(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void replace(String name, UnaryOperator<String> change) {
        put(name, change.apply(text(name)).getBytes(StandardCharsets.UTF_8));
    }

    void putLines(String name, List<String> lines) {
        put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void remove(String name) {
        files.remove(path(name));
    }

    /** Makes the manifests true again, as whoever forges would, and signs them with a key of his own. */
    void cover(KeyPair key) throws GeneralSecurityException {
        StringBuilder payload = new StringBuilder();
        files.forEach((path, content) -> {
            String name = path.substring(path.indexOf('/') + 1);
            if (name.startsWith("data/")) {
                payload.append(sha256(content)).append("  ").append(name).append('\n');
            }
        });
        put("manifest-sha256.txt", payload.toString().getBytes(StandardCharsets.UTF_8));
        StringBuilder tags = new StringBuilder();
        for (String name : List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt")) {
            tags.append(sha256(bytes(name))).append("  ").append(name).append('\n');
        }
        byte[] manifest = tags.toString().getBytes(StandardCharsets.UTF_8);
        put("tagmanifest-sha256.txt", manifest);
        Base64.Encoder encoder = Base64.getEncoder();
        String id = sha256(key.getPublic().getEncoded());
        put(
                "signature.json",
                "{\"keyId\":\"%s\",\"publicKey\":\"%s\",\"signature\":\"%s\"}\n"
                        .formatted(
                                id,
                                encoder.encodeToString(key.getPublic().getEncoded()),
                                encoder.encodeToString(sign(key, manifest)))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sign(KeyPair key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(text);
        return signature.sign();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Path save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
