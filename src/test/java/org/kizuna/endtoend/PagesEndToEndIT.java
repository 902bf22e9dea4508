package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.samples.Case;
import org.kizuna.shared.Words;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Every page, as it looks to somebody with a wide window, a narrow one, a dark one, in each language. */
@Tag("browser")
@ExtendWith(Samples.class)
class PagesEndToEndIT {

    private static final String TEXTS = """
            const texts = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              if (walker.currentNode.parentElement.closest('script, style, body [lang]') === null) {
                texts.push(walker.currentNode.textContent.trim());
              }
            }
            document.querySelectorAll('[placeholder], [title], [aria-label]').forEach(e =>
              ['placeholder', 'title', 'aria-label'].forEach(name => texts.push((e.getAttribute(name) || '').trim())));
            texts.push(document.title.split(' · ')[0]);
            return texts.filter(text => text).join('\\n');
            """;

    private static final String OPEN = """
            document.querySelectorAll('details').forEach(details => details.open = true);
            document.querySelectorAll('.keys').forEach(keys => keys.classList.add('on'));
            document.querySelectorAll('.menu').forEach(menu => menu.classList.add('open'));
            """;

    private static final String STATUS = "return performance.getEntriesByType('navigation')[0].responseStatus";

    private final Launched kizuna;

    PagesEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @ParameterizedTest
    @CsvSource({"1360, 900, light, en", "390, 844, light, fr", "390, 844, dark, ja", "1360, 900, dark, ja"})
    void readsWell(int width, int height, String theme, String language) throws IOException {
        Set<String> foreign = foreignTo(language);
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(width, height, theme, language);
            for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
                if (!reader.getKey().equals("nobody")) {
                    browser.signIn(reader.getKey());
                }
                for (String path : reader.getValue()) {
                    browser.open(path);
                    String where = "%s as %s, %d wide, %s, %s".formatted(path, reader.getKey(), width, theme, language);
                    all.assertThat(Integer.parseInt(browser.script(STATUS)))
                            .as(where)
                            .isLessThan(500);
                    assertReadsWell(all, browser, where, foreign);
                    all.assertThat(browser.script("return document.documentElement.lang"))
                            .as(where)
                            .isEqualTo(language);
                    all.assertThat(violations(browser)).as(where).isEmpty();
                }
            }
        }
        all.assertAll();
    }

    /** Steps, keys and the menu stand open; a file is being matched, and an approved partner waits for its new name. */
    @Test
    @Tag("long")
    void hasNothingToFindFaultWithWhateverIsOpen() throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(390, 844, "dark", "fr");
            Map<String, List<String>> pages = Pages.byReader();
            pages.put("officer2", inTheMiddleOfWork(browser));
            pages.remove("nobody");
            for (Map.Entry<String, List<String>> reader : pages.entrySet()) {
                browser.signIn(reader.getKey());
                for (String path : reader.getValue()) {
                    browser.open(path).script(OPEN);
                    all.assertThat(violations(browser))
                            .as(path + " as " + reader.getKey())
                            .isEmpty();
                }
            }
        }
        all.assertAll();
    }

    private static List<String> inTheMiddleOfWork(Browser browser) throws IOException {
        Path file = Files.createTempFile("kizuna", ".csv");
        try {
            Files.writeString(file, Case.text("csv-un-system-layout.csv").replace("2011", "1998"));
            browser.signIn("officer2").open("/exchange/upload").file("file", file);
            browser.fill("source", "A sheet").click(By.id("form:bring"));
            browser.until(ExpectedConditions.urlContains("/exchange/view?"));
        } finally {
            Files.delete(file);
        }
        String brought = browser.reference();
        browser.open("/partner/edit").fill("legalName", "Looked at " + System.nanoTime());
        browser.choose("sector", "ACADEMIA").choose("country", "JP").save();
        String partner = browser.reference();
        browser.click(By.id("form:beginDueDiligence:take"));
        browser.awaitText("Diligence raisonnable en cours");
        browser.signIn("approver").open("/partner/view?ref=" + partner).click(By.id("form:approve:take"));
        browser.awaitText("Approuvé");
        browser.signIn("officer2").open("/partner/edit?ref=" + partner);
        browser.fill("legalName", "Looked at otherwise").save();
        return List.of(
                "/exchange/view?ref=" + brought, "/exchange/match?ref=" + brought, "/partner/view?ref=" + partner);
    }

    @Test
    void nothingOfTheWebinarSeriesIsMissing() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("manager").open("/event/view?ref=EV-000002");
            assertThat(browser.text())
                    .contains("PARTNERING FOR ISID: New challenges and opportunities for the UNIDO-Japan cooperation")
                    .contains("Opening Session", "29 Jun 2021", "over 220", "co-organized by UNIDO and Japan")
                    .contains("Ambassador Hikihara")
                    .contains("Permanent Representative of Japan to the International Organizations in Vienna")
                    .contains("“a global human security crisis”", "all socio-economic activities in danger")
                    .contains("industry resilience", "vigorous investment and technology transfer")
                    .contains("as the largest country-donor to its technical cooperation activities")
                    .contains("Li Yong", "Director General", "deep appreciation", "solidarity")
                    .contains("governments, the private sector, academia, civil society")
                    .contains("Three thematic webinars", "share their experiences and insights")
                    .contains("cooperation Day 1", "press release");
            browser.open("/event/series?ref=ES-000001");
            assertThat(browser.text())
                    .contains("29 Jun 2021 – 2 Jul 2021", "29 Jun 2021 – 7 Jul 2021", "about 630", "24 Mar 2022")
                    .contains("Permanent Mission of Japan", "ITPO Tokyo", "circular economy and carbon neutrality")
                    .contains("industrial skills", "investment and technology transfer");
        }
    }

    private static void assertReadsWell(SoftAssertions all, Browser browser, String where, Set<String> foreign) {
        all.assertThat(browser.script("return document.documentElement.scrollWidth - window.innerWidth"))
                .as(where + ": scrolls sideways")
                .matches("0|-\\d+");
        String texts = browser.script(TEXTS);
        all.assertThat(texts).as(where).doesNotContain("???");
        Set<String> left = new TreeSet<>(texts.lines().toList());
        left.retainAll(foreign);
        all.assertThat(left).as(where + ": words of another language").isEmpty();
    }

    private static List<String> violations(Browser browser) {
        Results found = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser.driver());
        assertThat(Stream.of(found.getPasses(), found.getViolations(), found.getInapplicable(), found.getIncomplete())
                        .flatMap(List::stream)
                        .map(Rule::getId))
                .contains("region", "target-size", "color-contrast");
        return found.getViolations().stream().map(PagesEndToEndIT::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getHtml()))
                        .limit(3)
                        .toList();
    }

    /** English words that the language has others for. */
    private static Set<String> foreignTo(String language) throws IOException {
        Set<String> foreign = new HashSet<>();
        Set<String> own = new HashSet<>();
        if (!language.equals("en")) {
            for (String bundle : Words.bundles()) {
                words(bundle, "").forEach((key, word) -> foreign.add(word.toString()));
                words(bundle, "_" + language).forEach((key, word) -> own.add(word.toString()));
            }
        }
        foreign.removeAll(own);
        return foreign;
    }

    private static Properties words(String bundle, String suffix) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(
                        PagesEndToEndIT.class.getResourceAsStream("/messages/" + bundle + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
