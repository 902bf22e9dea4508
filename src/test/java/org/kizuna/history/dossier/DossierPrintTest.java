package org.kizuna.history.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kizuna.print.HtmlToPdf;

/** What is printed can be read in every language of the organisation, anywhere, and is always the same. */
class DossierPrintTest {

    private static final Instant MOMENT = Instant.parse("2026-03-04T05:06:07Z");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"/><title>Dossier</title><style></style></head><body>
            <h1>日本との協力</h1><p>Coopération à l’échelle — œuvre · Сотрудничество</p><p>北京 العربية 𒀭</p>
            <table class="changes"><thead><tr><th>When</th></tr></thead><tbody><tr><td>1000000000</td></tr></tbody></table>
            </body></html>
            """;

    @Test
    void japaneseAndFrenchAreReadOutOfItAgain() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(PAGE, MOMENT))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("日本との協力", "Coopération à l’échelle — œuvre", "Сотрудничество", "1000000000");
        }
    }

    @Test
    void aSignThatNoFontHasIsSeenToBeMissing() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(PAGE, MOMENT))) {
            assertThat(new PDFTextStripper().getText(document)).contains("北京 العربية " + HtmlToPdf.UNKNOWN_SIGN);
        }
    }

    @Test
    void everyFontIsInTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(PAGE, MOMENT))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getFontNames()).isNotEmpty().allSatisfy(name -> assertThat(
                                page.getResources().getFont(name).isEmbedded())
                        .isTrue());
            }
        }
    }

    @Test
    void theSamePageAndMomentGiveTheSameBytes() throws IOException {
        byte[] first = print(PAGE, MOMENT);
        assertThat(print(PAGE, MOMENT)).isEqualTo(first);
        assertThat(print(PAGE, MOMENT.plusSeconds(1))).isNotEqualTo(first);
    }

    private static byte[] print(String page, Instant moment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DossierPrint.write(page, moment, out);
        return out.toByteArray();
    }
}
