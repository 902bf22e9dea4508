package org.kizuna.document;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.kizuna.shared.Text;

/**
 * What a file is called, and whether that fits what it is by Tika's hierarchy of types.
 *
 * @param value as it is shown, without a path
 */
record FileName(String value) {

    private static final Tika TIKA = new Tika();
    private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

    /** Dots and blanks at the end count for nothing where a desktop opens files. */
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9_-]{1,30})[. ]*$");

    private static final Map<String, FileKind> WITH_MACROS = Map.of(
            "docm", FileKind.DOCX,
            "dotm", FileKind.DOCX,
            "xlsm", FileKind.XLSX,
            "xltm", FileKind.XLSX,
            "xlam", FileKind.XLSX,
            "xlsb", FileKind.XLSX,
            "pptm", FileKind.PPTX,
            "potm", FileKind.PPTX,
            "ppsm", FileKind.PPTX,
            "ppam", FileKind.PPTX);

    /** A path in front of the name is not trusted. */
    static FileName of(String sent) {
        return new FileName(Text.shown(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)));
    }

    /** In small letters without the dot; empty where there is none, as in "Annex" or "Version 1.2". */
    String extension() {
        Matcher end = EXTENSION.matcher(value);
        return end.find() && !end.group(1).matches("\\d+") ? end.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** @throws DocumentHasMacros when it says that there are macros */
    void refuseMacros() {
        FileKind instead = WITH_MACROS.get(extension());
        if (instead != null) {
            throw new DocumentHasMacros(instead);
        }
    }

    /**
     * @param content the type of the content alone
     * @param kind what the file is kept as
     * @throws DocumentNameMisleads when the name is that of something else
     */
    void refuseUnlessItFits(String content, FileKind kind) {
        String extension = extension();
        if (extension.isEmpty()) {
            return;
        }
        MediaType named = MediaType.parse(TIKA.detect("file." + extension));
        boolean exact = kind.isOpenXml() || kind.isOpenDocument() || kind.isCompound();
        boolean fits = exact
                ? TYPES.normalize(named).toString().equals(kind.mediaType())
                : areRelated(named, MediaType.parse(content));
        if (!fits) {
            throw new DocumentNameMisleads(extension, kind, byRight(kind));
        }
    }

    private String byRight(FileKind kind) {
        String stem = EXTENSION.matcher(value).replaceFirst("");
        return (stem.isEmpty() ? "file" : stem) + "." + kind.extension();
    }

    private static boolean areRelated(MediaType one, MediaType other) {
        return is(one, other) || is(other, one);
    }

    /** Anything is octets, which says nothing; a message is a text, which Tika leaves unsaid. */
    private static boolean is(MediaType special, MediaType general) {
        return !MediaType.OCTET_STREAM.equals(general)
                && (TYPES.isInstanceOf(special, general)
                        || (special.getType().equals("message") && MediaType.TEXT_PLAIN.equals(general)));
    }
}
