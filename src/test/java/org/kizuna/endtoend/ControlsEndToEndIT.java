package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Every control of every page can be reached by keyboard, shows that it was, and says when it was refused. */
@Tag("browser")
@ExtendWith(Samples.class)
@Tag("long")
class ControlsEndToEndIT {

    private static final int TABS_AT_ONCE = 40;

    /** Remembers how each control looks without focus, and compares whenever one receives it. */
    private static final String WATCH = """
            const looks = e => {
              const s = getComputedStyle(e);
              return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderTopColor, s.backgroundColor].join();
            };
            document.querySelectorAll('details').forEach(d => d.open = true);
            if (document.activeElement) { document.activeElement.blur(); }
            const groups = new Set();
            const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
              .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.getClientRects().length)
              .filter(e => e.type !== 'radio' || !groups.has(e.name) && groups.add(e.name));
            window.unfocused = new Map(all.map(e => [e, looks(e)]));
            window.unseen = [];
            document.addEventListener('focusin', event => {
              const before = window.unfocused.get(event.target);
              window.unfocused.delete(event.target);
              const shown = getComputedStyle(event.target);
              if (before !== undefined && (before === looks(event.target)
                  || shown.outlineStyle === 'none' || parseFloat(shown.outlineWidth) < 2)) {
                window.unseen.push(event.target.outerHTML.slice(0, 160));
              }
            });
            """;

    private static final String LEFT =
            "return [...window.unfocused.keys()].map(e => e.outerHTML.slice(0, 160)).join('\\n')";

    /** Fields that are covered by something else when they are scrolled to. */
    private static final String COVERED = """
            document.querySelectorAll('details').forEach(d => d.open = true);
            return [...document.querySelectorAll('main :is(input, select, textarea, button)')]
              .filter(e => e.type !== 'hidden' && e.getClientRects().length)
              .filter(e => {
                e.scrollIntoView({block: 'center'});
                const box = e.getBoundingClientRect();
                const top = document.elementFromPoint(
                  box.left + Math.min(box.width / 2, 40), Math.max(1, box.top + Math.min(box.height / 2, 16)));
                return !(top === e || e.contains(top) || top && top.contains(e) && top.tagName !== 'BODY');
              })
              .map(e => e.outerHTML.slice(0, 160)).join('\\n');
            """;

    private final Launched kizuna;

    ControlsEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void showsWhereTheFocusIs(String theme) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(1360, 900, theme, "en");
            for (Map.Entry<String, List<String>> reader : Pages.byReader().entrySet()) {
                if (!reader.getKey().equals("nobody")) {
                    browser.signIn(reader.getKey());
                }
                for (String path : reader.getValue()) {
                    browser.open(path).script(WATCH);
                    tabThrough(browser);
                    String where = path + " as " + reader.getKey() + ", " + theme;
                    all.assertThat(browser.script(LEFT))
                            .as(where + ": never reached")
                            .isEmpty();
                    all.assertThat(browser.script("return window.unseen.join('\\n')"))
                            .as(where + ": focus cannot be seen")
                            .isEmpty();
                }
            }
        }
        all.assertAll();
    }

    private static void tabThrough(Browser browser) {
        String before = "";
        String left = browser.script(LEFT);
        while (!left.isEmpty() && !left.equals(before)) {
            before = left;
            Actions keys = new Actions(browser.driver());
            for (int i = 0; i < TABS_AT_ONCE; i++) {
                keys.sendKeys(Keys.TAB);
            }
            keys.perform();
            left = browser.script(LEFT);
        }
    }

    @Test
    void leavesEveryFieldToBeSeenAtFourHundredPercent() throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Browser browser = new Browser(kizuna)) {
            browser.look(360, 225, "light", "en");
            browser.signIn("officer");
            for (String path : Pages.byReader().getOrDefault("officer", List.of())) {
                browser.open(path);
                all.assertThat(browser.script(COVERED)).as(path).isEmpty();
                all.assertThat(browser.script("return [...document.querySelectorAll('body *')]"
                                + ".filter(e => getComputedStyle(e).position === 'sticky').length"))
                        .as(path + ": bars that stay")
                        .isEqualTo("0");
            }
        }
        all.assertAll();
    }

    /** A text, a link, a date, a picked record, a choice, and fields of rows, refused by converter or register. */
    @Test
    void saysAtTheFieldThatItWasRefused() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/edit");
            browser.fill("website", "ftp:x").fill("reference", "no reference!");
            browser.script("document.querySelector('[data-adds=names]').click()");
            browser.until(
                    driver -> !driver.findElements(By.id("form:names:0:name")).isEmpty());
            browser.saveInVain();
            assertRefused(browser, "legalName", "sector", "website", "reference", "names:0:name");
            browser.open("/agreement/edit");
            browser.fill("ceiling", "much")
                    .script("['parent_input', 'parent_hinput']"
                            + ".forEach(id => document.getElementById('form:' + id).value = 'Nobody')");
            browser.saveInVain();
            assertRefused(browser, "ceiling", "parent_input");
            assertThat(browser.script(
                            "return document.getElementById('form:title').getAttribute('aria-invalid') !== 'true'"))
                    .isEqualTo("true");
        }
    }

    private static void assertRefused(Browser browser, String... fields) {
        String bad = browser.script("const probe = document.createElement('i'); probe.style.color = 'var(--bad)';"
                + "document.body.append(probe); return getComputedStyle(probe).color");
        SoftAssertions all = new SoftAssertions();
        for (String field : fields) {
            String id = "form:" + field;
            all.assertThat(browser.script(
                            "return document.getElementById(arguments[0]).getAttribute('aria-invalid')", id))
                    .as(field)
                    .isEqualTo("true");
            all.assertThat(browser.script(
                            "return getComputedStyle(document.getElementById(arguments[0])).borderTopColor", id))
                    .as(field)
                    .isEqualTo(bad);
            all.assertThat(browser.script(
                            "return document.getElementById(arguments[0]).getAttribute('aria-describedby').split(' ')"
                                    + ".map(d => document.getElementById(d).textContent.trim()).join('|')",
                            id))
                    .as(field)
                    .isNotBlank()
                    .doesNotEndWith("|");
        }
        all.assertAll();
    }
}
