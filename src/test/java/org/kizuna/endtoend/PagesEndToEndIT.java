package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.shared.Words;

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
        return new AxeBuilder()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze(browser.driver())
                        .getViolations()
                        .stream()
                        .map(PagesEndToEndIT::told)
                        .toList();
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
            for (String bundle : Words.BUNDLES) {
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
