package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells an Office Open XML file from any other archive by what is packed in it [ECMA-376, Open Packaging]. */
final class OfficeArchive {

    static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final Map<String, String> FOLDERS = Map.of(
            "word", OPEN_XML + "wordprocessingml.document",
            "xl", OPEN_XML + "spreadsheetml.sheet",
            "ppt", OPEN_XML + "presentationml.presentation");

    private OfficeArchive() {}

    /** Looks at the list of what is packed and unpacks nothing, however much there may be. */
    static String type(Content content) throws IOException {
        Path copy = Files.createTempFile("kizuna", ".zip");
        try (InputStream in = content.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return type(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static String type(Path file) throws IOException {
        String other = "application/zip";
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(CONTENT_TYPES) == null) {
                return other;
            }
            return zip.stream()
                    .map(entry -> entry.getName().replaceAll("/.*", ""))
                    .filter(FOLDERS::containsKey)
                    .findFirst()
                    .map(FOLDERS::get)
                    .orElse(other);
        } catch (ZipException e) {
            return other;
        }
    }
}
