package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What pages say, they say in words, and text of another direction stands where it belongs. */
@Tag("browser")
@ExtendWith(Samples.class)
class TextEndToEndIT {

    private static final String ARABIC = "وزارة الصناعة والتجارة";

    /** Texts that run from the right, and are the page's, without an element around them that isolates them. */
    private static final String LOOSE = """
            const loose = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const around = walker.currentNode.parentElement;
              if (/[\\u0590-\\u08ff]/.test(walker.currentNode.textContent)
                  && !around.closest('script, style, option, textarea')
                  && !around.closest('bdi, [dir=auto]')) {
                loose.push(around.outerHTML.slice(0, 200));
              }
            }
            document.querySelectorAll('input, textarea').forEach(field => {
              if (/[\\u0590-\\u08ff]/.test(field.value) && field.type !== 'hidden' && field.dir !== 'auto') {
                loose.push(field.outerHTML.slice(0, 200));
              }
            });
            return loose.join('\\n');
            """;

    /** Constants and days as programs write them; references, hashes, addresses and settings are what they are. */
    private static final String CODES = """
            const codes = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const around = walker.currentNode.parentElement;
              if (!around.closest('script, style, template, textarea, .mono, code, .paper')) {
                const text = walker.currentNode.textContent.replace(/https?:\\S+|KIZUNA_\\w+/g, '');
                codes.push(...(text.match(/\\b[A-Z]{2,}(_[A-Z]+)+\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\?\\?\\?/g) || [])
                  .map(code => code + ' in ' + around.outerHTML.slice(0, 160)));
              }
            }
            return codes.join('\\n');
            """;

    private final Launched kizuna;

    TextEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Test
    void isolatesArabicWhereverItStands() throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            String name = ARABIC + " " + UUID.randomUUID().toString().substring(0, 8);
            browser.signIn("officer").open("/partner/edit");
            browser.fill("legalName", name)
                    .fill("localName", ARABIC)
                    .choose("sector", "GOVERNMENT")
                    .choose("country", "EG")
                    .save();
            String partner = browser.reference();
            browser.open("/contribution/edit?donor=" + partner)
                    .fill("purpose", ARABIC)
                    .choose("instrument", "VOLUNTARY_CORE")
                    .choose("currency", "USD")
                    .save();
            for (String path : List.of(
                    "/partner/view?ref=" + partner,
                    "/partner/edit?ref=" + partner,
                    "/partner/list?q=" + ARABIC.split(" ", -1)[0],
                    "/contribution/list?q=" + ARABIC.split(" ", -1)[0],
                    browser.address().replaceFirst("https?://[^/]+", ""),
                    "/contribution/edit?donor=" + partner,
                    "/agreement/edit?partner=" + partner,
                    "/event/edit?partner=" + partner,
                    "/search?q=" + ARABIC.split(" ", -1)[0],
                    "/history/record?kind=Partner&ref=" + partner)) {
                browser.open(path);
                all.assertThat(browser.script("return document.documentElement.outerHTML"))
                        .as(path)
                        .contains(ARABIC.split(" ", -1)[0]);
                all.assertThat(browser.script(LOOSE)).as(path).isEmpty();
            }
            browser.open("/agreement/edit");
            browser.script("document.querySelector('[data-adds=parties]').click()");
            By party = By.id("form:parties:0:partner_input");
            // the row that was added is drawn together with the others
            browser.until(driver -> {
                WebElement field =
                        ExpectedConditions.elementToBeClickable(party).apply(driver);
                if (field != null) {
                    field.sendKeys(ARABIC.split(" ", -1)[0]);
                }
                return field != null;
            });
            browser.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".ui-autocomplete-item")));
            all.assertThat(browser.script(LOOSE)).as("the picker").isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ja"})
    void saysNothingInCodes(String language) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(1360, 900, "light", language);
            for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
                if (!reader.getKey().equals("nobody")) {
                    browser.signIn(reader.getKey());
                }
                for (String path : reader.getValue()) {
                    browser.open(path);
                    all.assertThat(browser.script(CODES))
                            .as(path + " as " + reader.getKey() + ", " + language)
                            .isEmpty();
                }
            }
        }
        all.assertAll();
    }

    @Test
    void tellsSearchHitsAndPickersInWords() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.look(1360, 900, "light", "fr");
            browser.signIn("officer").open("/search?q=Sample+contribution");
            assertThat(browser.text()).contains("Accord de contribution").doesNotContain("CONTRIBUTION_AGREEMENT");
            browser.open("/search?q=Japan");
            assertThat(browser.text()).contains("Japon");
        }
    }
}
