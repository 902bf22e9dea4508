package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Made;
import org.kizuna.samples.Some;
import org.kizuna.shared.Words;

class InspectedTest {

    private static final byte[] PDF =
            Made.pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>");
    private static final byte[] PNG = HexFormat.of()
            .parseHex(
                    "89504E470D0A1A0A0000000D494844520000000100000001080600000000000000" + "0000000049454E44AE426082");
    private static final byte[] TEXT = Made.ascii("year,donor\n2020,Japan\n");
    private static final byte[] MAIL = Made.ascii("From: a@example.org\nTo: b@example.org\nSubject: Hello\n\nHello\n");

    private static String typeOf(String name, byte[] bytes) throws IOException {
        return Inspected.of(Some.file(name, bytes)).mediaType();
    }

    @Test
    void theExtensionMayBeAnyThatTheTypeHas() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("letter.pdf", PDF);
        files.put("LETTER.PDF", PDF);
        files.put("picture.png", PNG);
        files.put("picture.jpg", HexFormat.of().parseHex("FFD8FFE000104A46494600010100"));
        files.put("picture.jpeg", HexFormat.of().parseHex("FFD8FFE000104A46494600010100"));
        files.put("scan.tif", HexFormat.of().parseHex("49492A0008000000"));
        files.put("scan.tiff", HexFormat.of().parseHex("49492A0008000000"));
        files.put("table.csv", TEXT);
        files.put("table.txt", TEXT);
        files.put("table-utf16.csv", "\uFEFFyear,donor\n2020,日本\n".getBytes(StandardCharsets.UTF_16LE));
        files.put("table-sjis.csv", "年,国\n2020,日本\n".getBytes(Charset.forName("Shift_JIS")));
        files.put("mail.eml", MAIL);
        files.put("mail.txt", MAIL);
        files.put("Agreement no. 3", PDF);
        files.put("Version 1.2", PDF);
        files.put("letter", PDF);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThatCode(() -> typeOf(file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anExtensionOfSomethingElseIsRefusedWithTheNameByRight() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("letter.txt", PDF);
        files.put("letter.docx", PDF);
        files.put("letter.hta", PDF);
        files.put("letter.pdf.exe", PDF);
        files.put("letter.pdf.lnk. ", PDF);
        files.put("letter.ps1", TEXT);
        files.put("letter.pdf", TEXT);
        files.put("letter.csv", PNG);
        files.put("table.ods", Made.openDocument("text"));
        files.put("table.xlsx", Made.zip("[Content_Types].xml", "word/document.xml"));
        files.put("table.xls", Made.compound(TEXT, "WordDocument"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThatThrownBy(() -> typeOf(file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .isInstanceOfSatisfying(DocumentNameMisleads.class, refused -> assertThat(refused.field())
                            .isEqualTo("file"));
        }
        assertThatThrownBy(() -> typeOf("letter.txt", PDF))
                .isInstanceOfSatisfying(DocumentNameMisleads.class, refused -> {
                    assertThat(Words.refusal(Locale.ENGLISH, refused))
                            .contains(".txt")
                            .contains("PDF")
                            .contains("letter.pdf");
                    assertThat(Words.refusal(Locale.FRENCH, refused)).contains("letter.pdf");
                    assertThat(Words.refusal(Locale.JAPANESE, refused)).contains("letter.pdf");
                });
    }

    @Test
    void bytesThatNobodyKnowsAreNothingForTheirName() {
        byte[] bytes = HexFormat.of().parseHex("0001020304050607FFFE");
        for (String name : List.of("letter.pdf", "picture.png", "note.txt", "letter.doc", "letter.docx")) {
            assertThatThrownBy(() -> typeOf(name, bytes)).as(name).isInstanceOf(DocumentTypeRefused.class);
        }
    }

    @Test
    void aNameHasNoSignsThatNobodySees() throws Exception {
        assertThat(Inspected.of(Some.file("a\u202Efdp\u200F.\u200Bp\u0007df", PDF))
                        .fileName())
                .isEqualTo("afdp.pdf");
        assertThatThrownBy(() -> typeOf("annex\u202Efdp.exe", PDF)).isInstanceOf(DocumentNameMisleads.class);
        assertThat(Inspected.of(Some.file("協定\u00AD.pdf", PDF)).fileName()).isEqualTo("協定.pdf");
    }

    @Test
    void macrosAreRefusedWithTheAdviceToSaveAnew() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.docx", Made.openXml(word, "word/document.xml", "word/vbaProject.bin"));
        files.put(
                "b.docx", Made.openXml("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"));
        files.put("c.docm", Made.openXml(word, "word/document.xml"));
        files.put("a.xlsx", Made.openXml("", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"));
        files.put("b.xlsm", Made.openXml("", "xl/workbook.xml"));
        files.put("a.pptm", Made.openXml("", "ppt/presentation.xml"));
        files.put("a.odt", Made.openDocument("text", "Basic/Standard/Module1.xml"));
        files.put("a.ods", Made.openDocument("spreadsheet", "Scripts/python/run.py"));
        files.put("a.doc", Made.compound(TEXT, "WordDocument", "Macros/VBA/dir"));
        files.put("a.xls", Made.compound(TEXT, "Workbook", "_VBA_PROJECT_CUR/VBA/dir"));
        files.put(
                "a.msg",
                Made.compound(TEXT, "__properties_version1.0", "__attach_version1.0_#00000000/Macros/VBA/dir"));
        files.put(
                "a.ppt",
                Made.compound(
                        HexFormat.of().parseHex("AABB020000040C000000010000000100000002000000"),
                        "PowerPoint Document"));
        files.put(
                "b.xls",
                Made.compound(HexFormat.of().parseHex("0908020000008500080000000000000101000A000000"), "Workbook"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThatThrownBy(() -> typeOf(file.getKey(), file.getValue()))
                    .as(file.getKey())
                    .isInstanceOfSatisfying(DocumentHasMacros.class, refused -> {
                        assertThat(refused.field()).isEqualTo("file");
                        if (file.getKey().matches(".*\\.(doc|docm)")) {
                            assertThat(Words.refusal(Locale.ENGLISH, refused)).contains("docx");
                        }
                    });
        }
    }

    @Test
    void officeFilesWithoutMacrosAreKept() throws Exception {
        assertThat(typeOf("a.docx", Made.openXml("", "word/document.xml"))).endsWith("wordprocessingml.document");
        assertThat(typeOf("a.odt", Made.openDocument("text", "Configurations2/")))
                .endsWith("opendocument.text");
        assertThat(typeOf("a.doc", Made.compound(TEXT, "WordDocument", "ObjectPool/_1/Workbook")))
                .isEqualTo("application/msword");
        assertThat(typeOf(
                        "a.xls",
                        Made.compound(
                                HexFormat.of().parseHex("0908020000008500080000000000000001000A000000"), "Workbook")))
                .isEqualTo("application/vnd.ms-excel");
        assertThat(typeOf(
                        "a.ppt",
                        Made.compound(
                                HexFormat.of().parseHex("020000040C000000010000000000000002000000"),
                                "PowerPoint Document")))
                .isEqualTo("application/vnd.ms-powerpoint");
        assertThat(typeOf("a.msg", Made.compound(TEXT, "__properties_version1.0")))
                .isEqualTo("application/vnd.ms-outlook");
        assertThatThrownBy(() -> typeOf("setup.doc", Made.compound(TEXT, "Property", "Directory")))
                .isInstanceOf(DocumentTypeRefused.class);
    }

    @Test
    void foldersDeepInFoldersAreReadInTheEnd() {
        StringBuilder path = new StringBuilder();
        path.append("f/".repeat(3_000)).append("WordDocument");
        byte[] deep = Made.compound(TEXT, "WordDocument", path.toString());
        assertThatCode(() -> typeOf("deep.doc", deep)).doesNotThrowAnyException();
    }

    @Test
    void everyRefusalIsInWords() {
        for (FileKind kind : FileKind.values()) {
            for (Locale language : Words.LANGUAGES) {
                assertThat(Words.label(language, kind)).contains(kind.extension());
            }
        }
        assertThat(Words.refusal(Locale.JAPANESE, new DocumentLocked())).isNotEmpty();
    }
}
