package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The ledger's steps on its pages: answering what is asked about, asking for a reversal, confirming it. */
@Tag("browser")
@Tag("long")
@ExtendWith(Samples.class)
class LedgerStepsEndToEndIT {

    private final Launched kizuna;

    LedgerStepsEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Test
    void whatIsAskedAboutIsAnsweredAndTwoTakeAReceiptBack() throws Exception {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer");
            String contribution = openContribution(browser);
            String entry = receiveAtAnOldRate(browser, contribution);

            browser.signIn("treasurer");
            browser.open("/contribution/view?ref=" + contribution);
            assertThat(browser.text()).contains("Not confirmed yet: EUR 1,000,000.00");
            browser.open(entry).click(By.xpath("//button[.='Confirm that it arrived']"));
            browser.until(driver -> browser.text().contains("Confirmed by") ? true : null);

            browser.signIn("officer");
            browser.open(entry).click(By.xpath("//summary[.='Ask to take this entry back']"));
            browser.fill("askReversal:reason", "The bank sent it back")
                    .click(By.xpath("//button[.='Ask to take this entry back']"));
            browser.until(driver -> browser.text().contains("asks to take this entry back") ? true : null);
            assertThat(browser.text()).contains("The entry counts until somebody else confirms");
            assertThat(browser.all("button"))
                    .noneMatch(button -> button.getText().equals("Confirm and take it back"));

            browser.signIn("treasurer");
            browser.open("/");
            assertThat(browser.text()).contains("entries asked to be taken back");
            browser.open("/contribution/entries?reversals=yes");
            assertThat(browser.text()).contains("reversal asked for");
            browser.open(entry).click(By.xpath("//button[.='Confirm and take it back']"));
            browser.until(driver -> browser.text().contains("Taken back by this entry") ? true : null);
            assertThat(browser.text()).contains("The bank sent it back");
            browser.open("/contribution/view?ref=" + contribution);
            assertThat(browser.text(By.cssSelector(".kpi:nth-child(3) .v"))).isEqualTo("EUR 0.00");
        }
    }

    private static String openContribution(Browser browser) {
        browser.open("/contribution/edit").fill("purpose", "Cold chains");
        browser.pick("donor", "Japan").choose("instrument", "PROJECT_SPECIFIC");
        browser.choose("currency", "EUR").save();
        return browser.reference();
    }

    /** @return address of the entry's page */
    private static String receiveAtAnOldRate(Browser browser, String contribution) {
        browser.open("/contribution/view?ref=" + contribution);
        browser.choose("kind", "RECEIPT").fill("amount", "1,000,000.00");
        browser.fill("valueDate", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        browser.click(By.id("form:post"));
        browser.until(driver -> browser.text().contains("This is unusual. Is it so?") ? true : null);
        assertThat(browser.text()).contains("The newest rate of EUR known for this day is");
        assertThat(browser.text(By.cssSelector(".field .ui-message"))).contains("The newest rate of EUR");
        browser.click(By.id("form:despite"));
        browser.fill("despiteReason", "The bank converted at this rate").click(By.id("form:post"));
        browser.until(driver -> browser.all(".notice.good").isEmpty() ? null : true);
        String entry = browser.all("tbody small a").stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .filter(address -> address.startsWith("/contribution/entry"))
                .findFirst()
                .orElseThrow();
        browser.open(entry);
        assertThat(browser.text()).contains("The bank converted at this rate", "converted at an old rate");
        return entry;
    }
}
