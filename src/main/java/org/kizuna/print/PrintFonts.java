package org.kizuna.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The fonts of a print, TrueType and licensed to be embedded. A sign is taken from the first that has it, and a font is
 * opened when the first sign asks for it.
 */
final class PrintFonts {

    /** Latin with Vietnamese, Greek, Cyrillic. */
    private static final String FIRST = "SourceSansPro-Regular";

    /** Japanese comes before Chinese: of signs that both write, the Japanese form is shown. */
    private static final List<String> OTHERS = List.of(
            "VL-PGothic-Regular",
            "DroidSansFallback",
            "NanumGothic",
            "NotoNaskhArabic-Regular",
            "NotoSansHebrew-Regular",
            "NotoSansThai-Regular",
            "NotoSansDevanagari-Regular",
            "NotoSansArmenian-Regular",
            "NotoSansGeorgian-Regular",
            "NotoSansEthiopic-Regular",
            "NotoSansBengali-Regular",
            "NotoSansGujarati-Regular",
            "NotoSansGurmukhi-Regular",
            "NotoSansKannada-Regular",
            "NotoSansMalayalam-Regular",
            "NotoSansOriya-Regular",
            "NotoSansSinhala-Regular",
            "NotoSansTamil-Regular",
            "NotoSansTelugu-Regular",
            "NotoSansKhmerUI-Regular",
            "NotoSansLao-Regular",
            "NotoSansMyanmar-Regular",
            "NotoSansThaana-Regular",
            "NotoSansTibetan-Regular",
            "NotoSansMongolian-Regular",
            "NotoSansTifinagh-Regular");

    private PrintFonts() {}

    /** @param family what a style calls all of them together */
    static void into(PdfRendererBuilder builder, String family) {
        builder.useFont(() -> open(FIRST), family, 400, FontStyle.NORMAL, true);
        OTHERS.forEach(font -> builder.useFont(
                () -> open(font), font, 400, FontStyle.NORMAL, true, Set.of(FSFontUseCase.FALLBACK_PRE)));
    }

    private static InputStream open(String font) {
        return Objects.requireNonNull(PrintFonts.class.getResourceAsStream(font + ".ttf"), font);
    }
}
