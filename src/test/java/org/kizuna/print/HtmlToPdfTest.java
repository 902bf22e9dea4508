package org.kizuna.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's name in any script is read on paper as it is written, wherever the file is opened. */
class HtmlToPdfTest {

    private static final Instant MOMENT = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bộ Công Thương Việt Nam",
                "Łódź, São Tomé, Türkiye, Reykjavík, Œuvre d’aide — 1 000 €",
                "Υπουργείο Εξωτερικών της Ελληνικής Δημοκρατίας",
                "Министерство промышленности и торговли",
                "وزارة الصناعة والثروة المعدنية",
                "وزارت امور خارجه پاکستان و گرجستان",
                "משרד הכלכלה והתעשייה",
                "กระทรวงอุตสาหกรรม ที่ปรึกษา น้ำ",
                "대한민국 산업통상자원부",
                "日本国外務省・経済産業省・株式会社カナと髙﨑",
                "中华人民共和国商务部 發展",
                "Հայաստանի Հանրապետություն",
                "საქართველოს მთავრობა",
                "የኢትዮጵያ ፌዴራላዊ",
            })
    void aNameIsReadOutOfItAgain(String name) throws IOException {
        Read read = read("<p>" + name + "</p>");
        assertThat(Normalizer.normalize(read.text.strip(), Normalizer.Form.NFC)).isEqualTo(name);
        assertThat(read.missing).isZero();
        assertThat(read.strangers).isEmpty();
    }

    /** Their syllables are built of several letters, and what they are built into is no letter to be read out again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "भारत सरकार विदेश मंत्रालय",
                "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
                "இலங்கை அரசாங்கம்",
                "ශ්‍රී ලංකා ප්‍රජාතාන්ත්‍රික",
                "ព្រះរាជាណាចក្រកម្ពុជា",
                "ກະຊວງອຸດສາຫະກຳ",
                "ပြည်ထောင်စု",
                "འབྲུག་རྒྱལ་ཁབ་",
            })
    void aNameOfSyllablesLacksNoSign(String name) throws IOException {
        Read read = read("<p>" + name + "</p>");
        assertThat(read.missing).isZero();
        assertThat(read.strangers).isEmpty();
        assertThat(read.text).doesNotContain(HtmlToPdf.UNKNOWN_SIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"משרד הכלכלה והתעשייה", "وزارة الصناعة والثروة المعدنية"})
    void aLineFromRightToLeftBeginsAtTheRight(String name) throws IOException {
        assertThat(read("<p>" + name + "</p>").fromTheRight()).isEqualTo(name.replace(" ", ""));
    }

    @Test
    void arabicLettersAreJoined() throws IOException {
        assertThat(new HashSet<>(read("<p>ععع</p>").codes))
                .as("at its beginning, in it, at its end")
                .hasSize(3);
        assertThat(new HashSet<>(read("<p>ع</p>").codes)).hasSize(1);
    }

    @Test
    void figuresAreReadFromTheLeftAndStandWhereTheLineWantsThem() throws IOException {
        Read read = read("<p>اتفاقية 2051 (KZ)</p>");
        assertThat(read.x("2")).isLessThan(read.x("5"));
        assertThat(read.x("1")).as("to the left of the word before it").isLessThan(read.xOfArabic());
        assertThat(read.xOfArabic()).isLessThan(read.x("K"));
        assertThat(read.x("K")).isLessThan(read.x("Z"));
    }

    @Test
    void aParagraphSaysFromWhereItIsRead() throws IOException {
        Read read = read("<p dir=\"auto\">وزارة 2051 (UN) رقم</p>");
        assertThat(read.x("U")).isLessThan(read.x("2"));
        assertThat(read.x("U")).isLessThan(read.x("N"));
        assertThat(read.x("2")).isGreaterThan(300);
    }

    @Test
    void aSignThatNoFontHasIsSeenToBeMissing() throws IOException {
        assertThat(read("<p>Sumer 𒀭</p>").text).contains("Sumer " + HtmlToPdf.UNKNOWN_SIGN);
    }

    @Test
    void allScriptsStandOnOnePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(print("<p>日本 · 中国 · 한국 · ไทย · عربي · עברית · भारत</p>"))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 50);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(darkest(image)).isLessThan(0x80);
        }
    }

    @Test
    void theSamePageAndMomentGiveTheSameBytes() throws IOException {
        assertThat(print("<p>日本 · عربي · भारत</p>")).isEqualTo(print("<p>日本 · عربي · भारत</p>"));
    }

    private static int darkest(BufferedImage image) {
        int darkest = 0xFF;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                darkest = Math.min(darkest, image.getRGB(x, y) & 0xFF);
            }
        }
        return darkest;
    }

    private static byte[] print(String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlToPdf.write(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Names</title><style></style>"
                        + "</head><body>" + body + "</body></html>",
                "body{font:14pt print}",
                MOMENT,
                out);
        return out.toByteArray();
    }

    private static Read read(String body) throws IOException {
        try (PDDocument document = Loader.loadPDF(print(body))) {
            return new Read(document);
        }
    }

    /** What somebody sees who opens the file. */
    private static final class Read extends PDFTextStripper {

        private final List<TextPosition> letters = new ArrayList<>();
        private final List<Integer> codes = new ArrayList<>();
        private final List<String> strangers = new ArrayList<>();
        private final String text;
        private int missing;

        Read(PDDocument document) throws IOException {
            text = getText(document);
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            codes.add(code);
            missing += code == 0 ? 1 : 0;
            if (!font.isEmbedded()) {
                strangers.add(font.getName());
            }
            super.showGlyph(matrix, font, code, displacement);
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
            super.processTextPosition(letter);
        }

        float x(String letter) {
            return letters.stream()
                    .filter(each -> each.getUnicode().equals(letter))
                    .findFirst()
                    .orElseThrow()
                    .getX();
        }

        /** Where the leftmost of the letters stands. */
        float xOfArabic() {
            return letters.stream()
                    .filter(each -> each.getUnicode().codePointAt(0) > 0x600)
                    .map(TextPosition::getX)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        String fromTheRight() {
            String seen = letters.stream()
                    .sorted(Comparator.comparingDouble(letter -> -letter.getX()))
                    .map(TextPosition::getUnicode)
                    .collect(Collectors.joining());
            return Normalizer.normalize(seen, Normalizer.Form.NFKC).replace(" ", "");
        }
    }
}
