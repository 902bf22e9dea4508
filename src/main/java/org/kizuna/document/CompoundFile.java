package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What Word, Excel, PowerPoint and Outlook wrote before Open XML: a file of folders and streams [MS-CFB], told apart
 * by its streams [MS-DOC, MS-XLS, MS-PPT, MS-OXMSG].
 */
final class CompoundFile {

    private static final String OTHER = "application/x-tika-msoffice";
    private static final String SLIDES = "PowerPoint Document";

    private static final Map<String, FileKind> STREAMS = Map.of(
            "WordDocument",
            FileKind.DOC,
            "Workbook",
            FileKind.XLS,
            "Book",
            FileKind.XLS,
            SLIDES,
            FileKind.PPT,
            "__properties_version1.0",
            FileKind.MSG);

    private static final Set<String> MACROS = Set.of("MACROS", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR");

    private static final int BOUND_SHEET = 0x85;
    private static final int FILE_PASS = 0x2F;
    private static final int END = 0x0A;
    private static final int MACRO_SHEET = 1;

    /** Head of a VBAInfoAtom [MS-PPT 2.4.11]; four octets on it says whether there are macros. */
    private static final byte[] VBA_INFO = HexFormat.of().parseHex("020000040C000000");

    private CompoundFile() {}

    /**
     * @param named what it is by its name, which holds where nothing can be made out
     * @throws DocumentTypeRefused when it is a file of that build and of none of these kinds
     */
    static FileKind kind(Path file, FileKind named) throws IOException {
        return read(file, named, root -> {
            for (Map.Entry<String, FileKind> stream : STREAMS.entrySet()) {
                if (root.hasEntryCaseInsensitive(stream.getKey())) {
                    return stream.getValue();
                }
            }
            throw new DocumentTypeRefused(OTHER);
        });
    }

    /** @throws DocumentHasMacros when there are macros in Basic, or of Excel's old kind */
    static void refuseMacros(Path file, FileKind kind) throws IOException {
        boolean found = read(file, false, root -> hasBasic(root) || hasMacroSheet(root) || hasBasicInSlides(root));
        if (found) {
            throw new DocumentHasMacros(kind.withoutMacros());
        }
    }

    private static <T> T read(Path file, T otherwise, Look<T> look) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            return look.at(files.getRoot());
        } catch (DocumentTypeRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // built so that it cannot be read, as no program of the office could either
            return otherwise;
        }
    }

    private static boolean hasBasic(DirectoryNode root) {
        Deque<DirectoryEntry> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            for (Entry entry : open.pop()) {
                if (MACROS.contains(entry.getName().toUpperCase(Locale.ROOT))) {
                    return true;
                }
                if (entry instanceof DirectoryEntry folder) {
                    open.push(folder);
                }
            }
        }
        return false;
    }

    /** A sheet of Excel 4's macros stands in the list of sheets [MS-XLS 2.4.28]. */
    private static boolean hasMacroSheet(DirectoryNode root) throws IOException {
        for (Entry entry : root) {
            String name = entry.getName().toUpperCase(Locale.ROOT);
            if (entry instanceof DocumentEntry book && (name.equals("WORKBOOK") || name.equals("BOOK"))) {
                if (listsMacroSheet(all(book))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean listsMacroSheet(ByteBuffer book) {
        while (book.remaining() >= 4) {
            int type = Short.toUnsignedInt(book.getShort());
            int length = Short.toUnsignedInt(book.getShort());
            if (type == END || type == FILE_PASS || length > book.remaining()) {
                return false;
            }
            if (type == BOUND_SHEET && length > 5 && book.get(book.position() + 5) == MACRO_SHEET) {
                return true;
            }
            book.position(book.position() + length);
        }
        return false;
    }

    private static boolean hasBasicInSlides(DirectoryNode root) throws IOException {
        for (Entry entry : root) {
            if (entry instanceof DocumentEntry slides && entry.getName().equalsIgnoreCase(SLIDES)) {
                ByteBuffer bytes = all(slides);
                for (int at = 0; at + 16 <= bytes.limit(); at++) {
                    if (bytes.get(at) == VBA_INFO[0]
                            && bytes.slice(at, VBA_INFO.length).equals(ByteBuffer.wrap(VBA_INFO))
                            && bytes.getInt(at + 12) != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static ByteBuffer all(DocumentEntry stream) throws IOException {
        try (InputStream in = new DocumentInputStream(stream)) {
            return ByteBuffer.wrap(in.readNBytes((int) Inspected.LARGEST)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** What is looked for in the file's outermost folder. */
    private interface Look<T> {
        T at(DirectoryNode root) throws IOException;
    }
}
