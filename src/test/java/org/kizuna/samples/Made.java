package org.kizuna.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of every kind, made where they are needed. */
public final class Made {

    private Made() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** An archive of parts, each with its name in it. */
    public static byte[] zip(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("<about>" + name + "</about>"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An Open XML file that says that its main part is of a type. */
    public static byte[] openXml(String type, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(ascii("<Types><Override ContentType=\"" + type + "\"/></Types>"));
            zip.closeEntry();
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Names its type first, unpacked, as the format asks for. */
    public static byte[] openDocument(String kind, String... names) {
        byte[] said = ascii("application/vnd.oasis.opendocument." + kind);
        CRC32 check = new CRC32();
        check.update(said);
        ZipEntry first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(said.length);
        first.setCrc(check.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(first);
            zip.write(said);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(ascii("<office/>"));
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file of streams, each named with the folders that it is in. */
    public static byte[] compound(byte[] content, String... streams) {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String stream : streams) {
                String[] path = stream.split("/", -1);
                DirectoryEntry folder = files.getRoot();
                for (int i = 0; i < path.length - 1; i++) {
                    folder = folder.hasEntryCaseInsensitive(path[i])
                            ? (DirectoryEntry) folder.getEntryCaseInsensitive(path[i])
                            : folder.createDirectory(path[i]);
                }
                folder.createDocument(path[path.length - 1], new ByteArrayInputStream(content));
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole PDF with its table, of these objects from number 1, the first of them the catalogue. */
    public static byte[] pdf(String... objects) {
        StringBuilder out = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(out.length()));
            out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int at = out.length();
        out.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        out.append(table).append("trailer\n<< /Size ").append(objects.length + 1);
        out.append(" /Root 1 0 R >>\nstartxref\n").append(at).append("\n%%EOF\n");
        return ascii(out.toString());
    }

    /** An object that packs others. */
    public static String packed(String objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String table = "9 0 ";
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
            deflated.write(ascii(table + objects));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "<< /Type /ObjStm /N 1 /First " + table.length() + " /Filter /FlateDecode /Length " + out.size()
                + " >>\nstream\n" + out.toString(StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    /** A PDF that opens with a password, or without where that is empty. */
    public static byte[] encrypted(String password, boolean script) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (script) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            }
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            policy.setPreferAES(true);
            document.protect(policy);
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
            return out.toByteArray();
        }
    }
}
