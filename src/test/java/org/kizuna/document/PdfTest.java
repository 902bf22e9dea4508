package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Made;
import org.kizuna.samples.Some;

class PdfTest {

    private static final String PAGES = "<< /Type /Pages /Kids [] /Count 0 >>";

    private static void inspect(byte[] bytes) throws IOException {
        Inspected.of(Some.file("a.pdf", bytes));
    }

    private static byte[] catalogue(String more, String... objects) {
        String[] all = new String[objects.length + 2];
        all[0] = "<< /Type /Catalog /Pages 2 0 R " + more + " >>";
        all[1] = PAGES;
        System.arraycopy(objects, 0, all, 2, objects.length);
        return Made.pdf(all);
    }

    @Test
    void scriptsAndLaunchesAreRefusedWhereverTheyAre() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("when opened", catalogue("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"));
        files.put("escaped", catalogue("/OpenAction << /S /#4Aava#53cript /#4aS (app.alert(1)) >>"));
        files.put("apart", catalogue("/OpenAction << /S 3 0 R /X 4 0 R >>", "/Launch", "(cmd.exe)"));
        files.put("commented", catalogue("/OpenAction << /S% not /Launch\n/Launch /F (cmd.exe) >>"));
        files.put("additional", catalogue("/AA << /WC << /S/Launch /F (cmd.exe) >> >>"));
        files.put("named", catalogue("/Names << /JavaScript 3 0 R >>", "<< /Names [] >>"));
        files.put("of a note", catalogue("", "<< /Type /Annot /A << /S /Launch /Win << /F (cmd.exe) >> >> >>"));
        files.put("packed", catalogue("", Made.packed("<< /S /JavaScript /JS (app.alert(1)) >>")));
        files.put("pointed at", catalogue("", "<< /Type /Annot /A << /S /Rendition /JS 3 0 R >> >>"));
        files.put("form of XFA", catalogue("/AcroForm << /XFA 3 0 R >>", "<< /Length 2 >>\nstream\n<>\nendstream"));
        files.put(
                "XFA in parts",
                catalogue("/AcroForm << /XFA [(template) 3 0 R] >>", "<< /Length 2 >>\nstream\n<>\nendstream"));
        files.put("broken", Made.ascii("%PDF-1.4\n1 0 obj << /OpenAction << /S /Launch /F (a) >> >> endobj"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThatThrownBy(() -> inspect(file.getValue()))
                    .as(file.getKey())
                    .isInstanceOf(DocumentRunsSomething.class);
        }
    }

    @Test
    void whatOnlyLooksLikeAScriptIsKept() {
        for (byte[] bytes : List.of(
                catalogue("/Info (https://example.org/JS/Launch/JavaScript)"),
                catalogue("", "<< /Length 24 >>\nstream\n/JS (in a stream's data)\nendstream"),
                catalogue("/Lang (en) /PageLabels << /Nums [0 << /S /D >>] >>"))) {
            assertThatCode(() -> inspect(bytes)).doesNotThrowAnyException();
        }
    }

    @Test
    void itsOwnAttachmentsAreFine() {
        byte[] pdf = catalogue(
                "/Names << /EmbeddedFiles << /Names [(a.zip) 3 0 R] >> >>",
                "<< /Type /Filespec /F (a.zip) /EF << /F 4 0 R >> >>",
                "<< /Type /EmbeddedFile /Length 31 >>\nstream\nPK\3\4 %%EOF /S /Launch /JS (a)\n\nendstream");
        assertThatCode(() -> inspect(pdf)).doesNotThrowAnyException();
    }

    @Test
    void whatStandsInFrontOrBehindIsRefused() {
        byte[] pdf = catalogue("");
        for (byte[] bytes : List.of(
                Made.joined(Made.ascii("GIF89a;"), pdf),
                Made.joined(Made.ascii("\n"), pdf),
                Made.joined(pdf, Made.zip("run.exe")),
                Made.joined(pdf, Made.ascii("<script>alert(1)</script>")),
                Made.joined(pdf, Made.zip("run.exe"), Made.ascii("\n%%EOF")))) {
            assertThatThrownBy(() -> Inspected.of(Some.file("a", bytes)))
                    .isInstanceOfAny(DocumentHoldsMore.class, DocumentTypeRefused.class);
        }
        assertThatCode(() -> inspect(Made.joined(pdf, new byte[] {'\r', '\n', 0, 0})))
                .doesNotThrowAnyException();
        assertThatCode(() -> inspect(Made.joined(pdf, Made.ascii("7 0 obj (a further edition) endobj\n%%EOF\n"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aPdfThatNeedsAPasswordIsRefusedAndOneThatOpensIsLookedThrough() throws Exception {
        assertThatThrownBy(() -> inspect(Made.encrypted("secret", false))).isInstanceOf(DocumentLocked.class);
        assertThatCode(() -> inspect(Made.encrypted("", false))).doesNotThrowAnyException();
        assertThatThrownBy(() -> inspect(Made.encrypted("", true))).isInstanceOf(DocumentRunsSomething.class);
    }

    @Test
    void writersPackObjectsAsPdfBoxDoes() throws Exception {
        for (boolean script : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                if (script) {
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                }
                document.save(out, CompressParameters.DEFAULT_COMPRESSION);
            }
            assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("JavaScript");
            if (script) {
                assertThatThrownBy(() -> inspect(out.toByteArray())).isInstanceOf(DocumentRunsSomething.class);
            } else {
                assertThatCode(() -> inspect(out.toByteArray())).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void depthsAndLoopsAreNoWalkWithoutEnd() {
        long began = System.nanoTime();
        byte[] deep = catalogue("", "[".repeat(4_000_000));
        byte[] deepScript = catalogue("", "[".repeat(2_000_000) + "<</S/Launch>>");
        byte[] loop = catalogue("/Next 3 0 R", "<< /Next 4 0 R /Prev 1 0 R >>", "<< /Next 3 0 R >>");
        byte[] table =
                Made.ascii(new String(catalogue(""), StandardCharsets.ISO_8859_1).replace("/Root", "/Prev 200 /Root"));
        assertThatCode(() -> inspect(deep)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inspect(deepScript)).isInstanceOf(DocumentRunsSomething.class);
        assertThatCode(() -> inspect(loop)).doesNotThrowAnyException();
        assertThatCode(() -> inspect(table)).doesNotThrowAnyException();
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Test
    void objectsWithinObjectsWithinObjectsAreNotReadAgainAndAgain() {
        int many = 20_000;
        StringBuilder nested = new StringBuilder(
                "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n" + PAGES + "\nendobj\n");
        StringBuilder entries = new StringBuilder("0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n");
        for (int i = 3; i < many; i++) {
            entries.append("%010d 00000 n \n".formatted(nested.length()));
            nested.append(i).append(" 0 obj (");
        }
        nested.append(")".repeat(many)).append("endobj\n");
        int at = nested.length();
        nested.append("xref\n0 ").append(many).append('\n').append(entries);
        nested.append("trailer << /Size ")
                .append(many)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(at)
                .append("\n%%EOF");
        assertThatThrownBy(() -> inspect(Made.ascii(nested.toString()))).isInstanceOf(DocumentUnsearchable.class);
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9))) {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                deflated.write(blanks);
            }
        }
        String packed = out.toString(StandardCharsets.ISO_8859_1);
        for (String type : List.of("ObjStm /N 1 /First 4", "XRef /W [1 1 1] /Size 3", "#4fbjStm /N 1 /First 4")) {
            byte[] bomb = catalogue(
                    "",
                    "<< /Type /" + type + " /Filter /FlateDecode /Length " + packed.length() + " >>\nstream\n" + packed
                            + "\nendstream");
            assertThatThrownBy(() -> inspect(bomb)).as(type).isInstanceOf(DocumentUnsearchable.class);
        }
    }
}
