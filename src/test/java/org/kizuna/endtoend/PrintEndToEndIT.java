package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.shared.Words;

/** Every page on A4: what it says, whole, in the light theme, without what one can press, and whose it is. */
@Tag("browser")
@ExtendWith(Samples.class)
class PrintEndToEndIT {

    private static final String WHOSE = "return (document.querySelector('.who > a') || {}).textContent || ''";

    private final Launched kizuna;

    PrintEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void printsEveryPage(String theme) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(1360, 900, theme, "en");
            for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
                if (!reader.getKey().equals("nobody")) {
                    browser.signIn(reader.getKey());
                }
                for (String path : reader.getValue()) {
                    browser.open(path);
                    try (PDDocument paper = printed(browser)) {
                        assertPrints(all, browser, paper, path + " as " + reader.getKey() + ", " + theme);
                    }
                }
            }
        }
        all.assertAll();
    }

    private static void assertPrints(SoftAssertions all, Browser browser, PDDocument paper, String where)
            throws IOException {
        String whose = browser.script(WHOSE);
        List<String> controls =
                List.of("skip", "menu", "signOut", "apply", "save", "cancel", "edit", "next", "add.row");
        for (int page = 1; page <= paper.getNumberOfPages(); page++) {
            String at = where + ", page " + page + " of " + paper.getNumberOfPages();
            List<String> lines = lines(paper, page);
            PDRectangle size = paper.getPage(page - 1).getMediaBox();
            all.assertThat(size.getWidth()).as(at).isCloseTo(PDRectangle.A4.getWidth(), within(2f));
            all.assertThat(size.getHeight()).as(at).isCloseTo(PDRectangle.A4.getHeight(), within(2f));
            if (!whose.isEmpty()) {
                String joined = String.join("", lines).replaceAll("\\s", "");
                all.assertThat(joined)
                        .as(at)
                        .contains("Asof", whose.replaceAll("\\s", ""))
                        .contains(browser.address().replaceAll("\\s", ""))
                        .contains(page + "/" + paper.getNumberOfPages());
            }
            all.assertThat(lines.size()).as(at + ": blank").isGreaterThan(whose.isEmpty() ? 0 : 2);
            for (String control : controls) {
                all.assertThat(lines)
                        .as(at + ": what nobody can press on paper")
                        .doesNotContain(Words.text(Locale.ENGLISH, control));
            }
            // the journal tells of files by their formats, a field shows the one that is chosen; a button stands alone
            all.assertThat(lines).as(at).doesNotContain("XLSX");
            all.assertThat(String.join("\n", lines)).as(at).doesNotContain("Choose File", "No file chosen");
        }
        all.assertThat(darkness(paper)).as(where + ": ink").isLessThan(80);
    }

    /** The years of the chart stand in it to the last, in the colours of the light theme. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void printsTheChartWhole(String theme) throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.look(1360, 900, theme, "en");
            browser.signIn("manager").open("/dashboard/donors?donor=P-000080");
            browser.until(driver -> browser.script("return document.querySelectorAll('.chart canvas').length")
                    .equals("1"));
            browser.script("window.addEventListener('beforeprint', () => {"
                    + "const chart = Object.values(PrimeFaces.widgets).find(w => w.chart).chart;"
                    + "window.lastBar = chart.getDatasetMeta(0).data.at(-1).x / chart.width; })");
            try (PDDocument paper = printed(browser)) {
                assertThat(Double.parseDouble(browser.script("return window.lastBar")))
                        .isBetween(0.8, 1.0);
                BufferedImage page = new PDFRenderer(paper).renderImageWithDPI(0, 72);
                List<Integer> columns = columns(page, 0x1f5fae);
                assertThat(columns).hasSizeGreaterThan(60);
                assertThat(columns.get(columns.size() - 1))
                        .isBetween((int) (page.getWidth() * 0.8), page.getWidth() - 36);
            }
            assertThat(browser.script("return document.documentElement.dataset.theme"))
                    .isNotEqualTo("light");
        }
    }

    /** A list that is longer than a page begins on the first. */
    @Test
    void leavesNoPageBlankBeforeALongList() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("auditor").open("/history/timeline?partner=P-000080");
            try (PDDocument paper = printed(browser)) {
                assertThat(paper.getNumberOfPages()).isGreaterThan(1);
                assertThat(lines(paper, 1)).hasSizeGreaterThan(20);
            }
        }
    }

    private static PDDocument printed(Browser browser) throws IOException {
        Map<String, Object> answer = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
        return Loader.loadPDF(Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }

    private static List<String> lines(PDDocument paper, int page) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        return text.getText(paper)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** How dark the darkest of the first page is, from 0 for black; what is written pale on white is not read. */
    private static int darkness(PDDocument paper) throws IOException {
        BufferedImage page = new PDFRenderer(paper).renderImageWithDPI(0, 72);
        int darkest = 255;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                darkest = Math.min(darkest, page.getRGB(x, y) >> 8 & 0xff);
            }
        }
        return darkest;
    }

    /** In which columns of pixels a colour stands. */
    private static List<Integer> columns(BufferedImage page, int colour) {
        List<Integer> columns = new ArrayList<>();
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                if (near(page.getRGB(x, y), colour)) {
                    columns.add(x);
                    break;
                }
            }
        }
        return columns;
    }

    private static boolean near(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) < 12
                && Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff)) < 12
                && Math.abs((one & 0xff) - (other & 0xff)) < 12;
    }
}
