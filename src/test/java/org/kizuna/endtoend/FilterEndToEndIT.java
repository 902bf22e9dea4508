package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** Filters of lists say what the address says, wherever in its history the browser stands. */
@Tag("browser")
@ExtendWith(Samples.class)
class FilterEndToEndIT {

    /** Fields of the filter that nobody could type into. */
    private static final String DISABLED = "return document.querySelectorAll('form.filters :disabled').length";

    private final Launched kizuna;

    FilterEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @ParameterizedTest
    @CsvSource({
        "officer, /partner/list, sector, PRIVATE_SECTOR",
        "officer, /agreement/list, type, CONTRIBUTION_AGREEMENT",
        "officer, /contribution/list, instrument, ASSESSED",
        "officer, /contribution/entries, measure, RECEIVED",
        "officer, /event/list, kind, WEBINAR",
        "manager, /dashboard/donors, sector, GOVERNMENT",
        "auditor, /history/journal, kind, Partner"
    })
    void agreesWithTheAddressAfterBackAndForward(String account, String list, String filter, String option)
            throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn(account).open(list);
            String before = chosen(browser, filter);
            choose(browser, filter, option);
            browser.until(ExpectedConditions.urlContains(filter + "=" + option));
            assertThat(browser.address()).doesNotContain("=&").doesNotEndWith("=");
            browser.driver().navigate().back();
            browser.until(driver -> browser.address().endsWith(list));
            assertThat(chosen(browser, filter)).isEqualTo(before);
            assertThat(browser.script(DISABLED)).isEqualTo("0");
            browser.driver().navigate().forward();
            browser.until(ExpectedConditions.urlContains(filter + "=" + option));
            assertThat(chosen(browser, filter)).isEqualTo(option);
            assertThat(browser.script(DISABLED)).isEqualTo("0");
        }
    }

    @Test
    void agreesWithTheAddressWhenThePageComesAsItWasLeft() throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/list?sector=PRIVATE_SECTOR&q=Komatsu");
            browser.script("document.getElementById('f-sector').value = 'ACADEMIA';"
                    + "document.getElementById('f-q').value = 'Kobe';"
                    + "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
            assertThat(chosen(browser, "sector")).isEqualTo("PRIVATE_SECTOR");
            assertThat(chosen(browser, "q")).isEqualTo("Komatsu");
        }
    }

    private static void choose(Browser browser, String filter, String option) {
        new Select(browser.until(ExpectedConditions.elementToBeClickable(By.id("f-" + filter)))).selectByValue(option);
    }

    private static String chosen(Browser browser, String filter) {
        WebElement field = browser.until(ExpectedConditions.presenceOfElementLocated(By.id("f-" + filter)));
        return String.valueOf(field.getDomProperty("value"));
    }
}
