package org.kizuna.print;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Puts a page on paper: a PDF with its fonts in it, so that it can be read wherever it is opened. The same page and
 * moment give the same bytes. Lines of Arabic and Hebrew run from right to left [Unicode Standard Annex 9], and Arabic
 * letters are joined.
 */
public final class HtmlToPdf {

    /** The family of fonts that styles name. It has one weight. */
    public static final String FAMILY = "print";

    /** What stands for a sign that no font has. */
    public static final String UNKNOWN_SIGN = "\u25A1";

    /** How high and deep each font is, so that those are not opened to be measured of which no sign is wanted. */
    private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

    static {
        // the library tells how fast it is, and which parts of the style are for browsers
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private HtmlToPdf() {}

    /**
     * @param page well-formed, with a style element; nothing outside it is read
     * @param style what paper asks for, after the page's own style
     * @param moment when all that stands in it was known
     */
    public static void write(String page, String style, Instant moment, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useReplacementText(UNKNOWN_SIGN)
                .useUnicodeBidiSplitter(LineSplitter::new)
                .useUnicodeBidiReorderer(new LineReorderer())
                .defaultTextDirection(TextDirection.LTR)
                .useUriResolver((base, uri) -> null)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS)
                .withProducer("Kizuna")
                .withHtmlContent(page.replace("</style>", style + "</style>"), null);
        PrintFonts.into(builder, FAMILY);
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
}
