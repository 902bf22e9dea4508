package org.kizuna.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every object that a PDF's own tables name, decrypted where everybody may open it. Each is read once, on no
 * path from another, so that no loop is walked.
 */
final class PdfObjects extends PDFParser {

    /** The forms of XFA are programs of their own, written into the PDF as XML. */
    private static final Set<COSName> SCRIPTS =
            Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("JS"), COSName.getPDFName("XFA"));

    private static final Set<COSName> ACTIONS = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"));

    /** How often the whole file may be read before its objects must lie within each other. */
    private static final int TIMES = 8;

    private final PackedObjects packed = new PackedObjects();
    private final Set<Long> looked = new HashSet<>();

    private PdfObjects(RandomAccessRead source) throws IOException {
        super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    /**
     * @param bytes what a pass over them said, which has to do for what no table leads to
     * @throws org.kizuna.shared.BusinessRuleViolation as it is written in {@link Inspected#of}
     */
    static void lookThrough(Path file, PdfBytes bytes) throws IOException {
        boolean read;
        try (RandomAccessRead source = new RandomAccessReadBufferedFile(file.toFile())) {
            read = new PdfObjects(source).isRead();
        }
        if (!read && bytes.isEncrypted()) {
            throw new DocumentLocked();
        }
        if (!read && bytes.isUnread()) {
            throw new DocumentUnsearchable(FileKind.PDF);
        }
    }

    private boolean isRead() {
        try (PDDocument whole = parse(false)) {
            everyObject(whole);
            return true;
        } catch (InvalidPasswordException e) {
            throw new DocumentLocked();
        } catch (DocumentRunsSomething | DocumentUnsearchable e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private void everyObject(PDDocument whole) throws IOException {
        Map<COSObjectKey, Long> table = whole.getDocument().getXrefTable();
        long budget = TIMES * fileLen + (1 << 16);
        for (Map.Entry<COSObjectKey, Long> entry : new ArrayList<>(table.entrySet())) {
            if (entry.getValue() <= 0) {
                lookIntoPacked(-entry.getValue());
                continue;
            }
            COSObject object = whole.getDocument().getObjectFromPool(entry.getKey());
            boolean known = object.isDereferenced();
            COSBase value = object.getObject();
            budget -= known ? 0 : Math.max(0, source.getPosition() - entry.getValue());
            if (budget < 0) {
                throw new DocumentUnsearchable(FileKind.PDF);
            }
            if (value != null) {
                look(value);
            }
            if (value instanceof COSDictionary || value instanceof COSArray) {
                object.setToNull();
            }
        }
    }

    private static void look(COSBase outermost) {
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(outermost);
        if (outermost instanceof COSName name && ACTIONS.contains(name)) {
            throw new DocumentRunsSomething();
        }
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSDictionary dictionary) {
                for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                    boolean starts = entry.getKey().equals(COSName.S) && ACTIONS.contains(entry.getValue());
                    if (starts || SCRIPTS.contains(entry.getKey())) {
                        throw new DocumentRunsSomething();
                    }
                    open.push(entry.getValue());
                }
            } else if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    COSBase item = array.get(i);
                    if (item != null) {
                        open.push(item);
                    }
                }
            }
        }
    }

    /** Objects in a stream are unpacked here first, where that ends. */
    @Override
    protected @Nullable COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        lookIntoPacked(stream);
        return super.parseObjectStreamObject(stream, key);
    }

    private void lookIntoPacked(long stream) throws IOException {
        if (stream <= 0 || !looked.add(stream)) {
            return;
        }
        COSBase container =
                document.getObjectFromPool(new COSObjectKey(stream, 0)).getObject();
        if (container instanceof COSStream objects) {
            try (InputStream in = objects.createRawInputStream()) {
                ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
                COSBase filter = objects.getFilters();
                if (filter == null) {
                    PdfNames.readAll(bytes);
                } else if (!isFlate(filter)
                        || objects.getDictionaryObject(COSName.DECODE_PARMS) != null
                        || !packed.lookThrough(bytes)) {
                    throw new DocumentUnsearchable(FileKind.PDF);
                }
            }
        }
    }

    private static boolean isFlate(COSBase filter) {
        return COSName.FLATE_DECODE.equals(filter)
                || (filter instanceof COSArray one && one.size() == 1 && COSName.FLATE_DECODE.equals(one.getObject(0)));
    }
}
