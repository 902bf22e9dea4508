package org.kizuna.history.dossier;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Puts the report on paper: a PDF with its font in it, so that it can be read wherever it is opened. The same page and
 * moment give the same bytes.
 */
final class DossierPrint {

    /** What stands for a sign that the font does not have. */
    static final String UNKNOWN_SIGN = "\u25A1";

    private static final String FONT = "VL-PGothic-Regular.ttf";

    private static final String STYLE = "@page{size:A4 landscape;margin:14mm 12mm 16mm;@bottom-right{"
            + "font:8pt report;color:#6b7686;content:counter(page) ' / ' counter(pages)}}"
            + "body{font:8.5pt/1.45 report}code{font-family:report;word-wrap:break-word}h1{font-size:17pt;"
            + "font-weight:normal;margin:0 0 4mm}h2{font-size:12pt;font-weight:normal;margin:6mm 0 2mm;"
            + "page-break-after:avoid}table{-fs-table-paginate:paginate;table-layout:fixed}"
            + "td,th{padding:1mm 2mm;word-wrap:break-word}th{font-weight:normal;color:#4a5563;width:20%}"
            + ".changes th{background-color:#eef1f5;width:14%}.changes th:last-child{width:44%}.changes tr{page-break-inside:auto}";

    static {
        // it tells how fast it is, and which parts of the style are for browsers
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private DossierPrint() {}

    /**
     * @param page well-formed
     * @param moment when all that stands in it was known
     */
    static void write(String page, Instant moment, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(DossierPrint::font, "report", 400, FontStyle.NORMAL, true)
                .useReplacementText(UNKNOWN_SIGN)
                .useUriResolver((base, uri) -> null)
                .withProducer("Kizuna")
                .withHtmlContent(page.replace("</style>", STYLE + "</style>"), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            Calendar calendar = GregorianCalendar.from(ZonedDateTime.ofInstant(moment, ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(calendar);
            document.getDocumentInformation().setModificationDate(calendar);
            document.setDocumentId(moment.toEpochMilli());
            document.save(out);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(DossierPrint.class.getResourceAsStream(FONT));
    }
}
