package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells an Office Open XML file from any other archive by what is packed in it [ECMA-376, Open Packaging], and finds
 * macros there and in OpenDocument files.
 */
final class OfficeArchive {

    static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final String OTHER = "application/zip";
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** As much of the list of types as is read, in bytes. */
    private static final int MOST = 4 << 20;

    private static final Map<String, String> FOLDERS = Map.of(
            "word", OPEN_XML + "wordprocessingml.document",
            "xl", OPEN_XML + "spreadsheetml.sheet",
            "ppt", OPEN_XML + "presentationml.presentation");

    private OfficeArchive() {}

    /** Looks at the list of what is packed and unpacks nothing, however much there may be. */
    static String type(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(CONTENT_TYPES) == null) {
                return OTHER;
            }
            return zip.stream()
                    .map(entry -> entry.getName().replaceAll("/.*", ""))
                    .filter(FOLDERS::containsKey)
                    .findFirst()
                    .map(FOLDERS::get)
                    .orElse(OTHER);
        } catch (ZipException e) {
            return OTHER;
        }
    }

    /** @throws DocumentHasMacros when a part of the archive is a macro, or is said to be one */
    static void refuseMacros(Path file, FileKind kind) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(entry -> isMacro(entry.getName())) || says(zip)) {
                throw new DocumentHasMacros(kind);
            }
        } catch (ZipException e) {
            throw new DocumentTypeRefused(OTHER);
        }
    }

    private static boolean isMacro(String part) {
        String name = part.toLowerCase(Locale.ROOT).replace('\\', '/').replaceFirst("^/+", "");
        return name.endsWith("vbaproject.bin")
                || name.endsWith("vbadata.xml")
                || name.startsWith("xl/macrosheets/")
                || name.startsWith("basic/")
                || name.startsWith("scripts/")
                || name.contains("/basic/")
                || name.contains("/scripts/");
    }

    /** An Open XML file lists the types of its parts, in whatever encoding XML may have. */
    private static boolean says(ZipFile zip) throws IOException {
        ZipEntry list = zip.getEntry(CONTENT_TYPES);
        if (list == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(list)) {
            String types = new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .toLowerCase(Locale.ROOT);
            return types.contains("macroenabled") || types.contains("vbaproject") || types.contains("macrosheet");
        }
    }
}
