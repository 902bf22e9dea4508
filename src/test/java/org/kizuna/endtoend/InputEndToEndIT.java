package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What can't be saved is said where it stands, in the reader's language, and nothing typed is lost. */
@Tag("browser")
@ExtendWith(Samples.class)
class InputEndToEndIT {

    private static final String JAPANESE = "(?s).*[\\u3040-\\u30ff\\u4e00-\\u9fff].*";

    @TempDir
    private Path folder;

    private final Launched kizuna;
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    InputEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @BeforeEach
    void begin() throws IOException {
        browser = new Browser(kizuna);
        browser.look(1360, 900, "light", "ja");
        browser.signIn("officer");
    }

    @AfterEach
    void end() {
        browser.close();
    }

    @Test
    void everyFieldOfAPartner() {
        browser.open("/partner/edit").fill("note", "Typed with care").choose("country", "JP");
        browser.saveInVain();
        assertProblems("legalName", "sector");
        browser.fill("legalName", "x".repeat(251)).choose("sector", "ACADEMIA").fill("localName", "y".repeat(251));
        browser.fill("acronym", "z".repeat(61))
                .fill("website", "javascript:alert(1)")
                .fill("reference", "a/b|c?d&e");
        typeUnknown("parent");
        browser.saveInVain();
        assertProblems("parent");
        browser.driver().findElement(By.id("form:parent_input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        browser.saveInVain();
        assertProblems("legalName", "localName", "acronym", "website", "reference");
        assertKept(Map.of("note", "Typed with care", "country", "JP", "sector", "ACADEMIA", "reference", "a/b|c?d&e"));
    }

    @Test
    void everyFieldOfAnAgreement() {
        browser.open("/agreement/edit").fill("summary", "Typed with care");
        browser.saveInVain();
        assertProblems("title", "type", "parties:0:partner", "parties:0:role", "parties:1:partner", "parties:1:role");
        typeUnknown("parties:0:partner");
        browser.fill("ceiling", "many");
        browser.saveInVain();
        assertProblems("parties:0:partner", "ceiling");
        browser.open("/agreement/edit").fill("summary", "Typed with care").fill("title", "x".repeat(301));
        browser.choose("type", "CONTRIBUTION_AGREEMENT");
        browser.pick("parties:0:partner", "P-000080").choose("parties:0:role", "DONOR");
        browser.pick("parties:1:partner", "P-000080").choose("parties:1:role", "DONOR");
        browser.fill("startsOn", "2024-02-01").fill("plannedEndOn", "2024-01-01");
        browser.choose("currency", "JPY").fill("ceiling", "100.50").fill("noticeDays", "-1");
        browser.choose("renewal", "TACIT").fill("reference", "a/b");
        browser.saveInVain();
        assertProblems("title", "plannedEndOn", "ceiling", "noticeDays", "renewalMonths", "reference");
        assertKept(Map.of("summary", "Typed with care", "startsOn", "2024-02-01", "ceiling", "100.50"));
    }

    @Test
    void everyFieldOfAContributionAndItsEntries() {
        browser.open("/contribution/edit");
        browser.saveInVain();
        assertProblems("purpose", "donor", "currency");
        browser.fill("purpose", "Typed with care").pick("donor", "P-000080").choose("instrument", "OTHER");
        browser.choose("currency", "JPY").fill("reference", "a?b");
        browser.saveInVain();
        assertProblems("reference");
        browser.fill("reference", "").save();
        post();
        assertProblems("kind", "amount", "valueDate");
        browser.choose("kind", "PLEDGE").fill("amount", "0.5").fill("valueDate", "2999-01-01");
        post();
        assertProblems("amount", "valueDate", "source");
        browser.fill("amount", "none").fill("source", "Typed with care");
        post();
        assertProblems("amount");
        assertKept(Map.of("source", "Typed with care", "kind", "PLEDGE", "amount", "none"));
    }

    private void post() {
        WebElement button = browser.driver().findElement(By.id("form:post"));
        browser.click(By.id("form:post"));
        browser.until(driver -> browser.gone(button) ? true : null);
        browser.until(driver -> browser.all(".notice[role=alert]:not([hidden])").isEmpty() ? null : true);
    }

    @Test
    void everyFieldOfAnEvent() {
        browser.open("/event/edit").fill("summary", "Typed with care");
        browser.saveInVain();
        assertProblems("title", "startOn");
        browser.fill("title", "x".repeat(301)).choose("kind", "WEBINAR");
        browser.fill("startOn", "2021-06-29").fill("endOn", "2021-06-28").fill("link", "ftp:nowhere");
        browser.fill("reference", "a|b");
        browser.fill("startOn", "20210-06-29");
        browser.saveInVain();
        assertProblems("startOn");
        browser.fill("startOn", "2021-06-29");
        browser.click(By.id("form:addFigure"));
        browser.until(driver -> browser.all("[id='form:attendance:0:figure']").isEmpty() ? null : true);
        browser.fill("attendance:0:figure", "-1");
        browser.saveInVain();
        assertProblems("title", "endOn", "link", "reference", "attendance:0:figure", "attendance:0:source");
        assertKept(Map.of("summary", "Typed with care", "startOn", "2021-06-29", "kind", "WEBINAR"));
    }

    @Test
    void whoSavesSecondSeesWhatTheFirstChanged() throws IOException {
        browser.look(1360, 900, "light", "en");
        browser.open("/partner/edit").fill("legalName", "Twice edited").choose("sector", "ACADEMIA");
        browser.save();
        String partner = browser.reference();
        browser.open("/partner/edit?ref=" + partner).fill("acronym", "MINE");
        try (Browser other = new Browser(kizuna)) {
            other.signIn("officer2").open("/partner/edit?ref=" + partner);
            other.fill("website", "https://theirs.example").save();
        }
        browser.saveInVain();
        String told = browser.text(By.cssSelector(".notice.warn:not([hidden])"));
        assertThat(told).contains("Website", "https://theirs.example", "officer2");
        assertThat(browser.value("acronym")).isEqualTo("MINE");
        browser.click(By.cssSelector(".notice.warn:not([hidden]) .go"));
        browser.until(driver -> browser.address().contains("/view?") ? true : null);
        assertThat(browser.text()).contains("MINE");
    }

    @Test
    void everyRowOfAFile() throws IOException {
        String bad = """
                calendar_year,donor,category,revenue_type,amount_usd
                twenty,Japan,Government,Assessed,1.00
                2021,Japan,Wizards,Assessed,1.00
                2021,Japan,Government,Gold,1.00
                2021,Japan,Government,Assessed,a lot
                2021,"Somebody, new",Government,Assessed,=1+1
                2999,Japan,Government,Assessed,1.00
                """;
        upload("bad.csv", bad);
        List<String> rows =
                browser.all(".frame tbody tr").stream().map(WebElement::getText).toList();
        SoftAssertions all = new SoftAssertions();
        for (int row = 0; row < 6; row++) {
            all.assertThat(rows.get(row)).as("row " + (row + 2)).matches(JAPANESE);
            all.assertThat(browser.all(".frame tbody tr").get(row).findElements(By.cssSelector(".tag.bad")))
                    .as("row " + (row + 2))
                    .isNotEmpty();
        }
        all.assertAll();
        assertThat(browser.all("[id='form:enter']")).isEmpty();
        browser.click(By.id("form:discard"));
        browser.until(driver -> browser.all("[id='form:discard']").isEmpty() ? true : null);
    }

    @Test
    void filesThatAreNone() throws IOException {
        upload("none.csv", "PK\u0003\u0004\u0000\u0000 not a table");
        assertThat(browser.problemAt("file")).matches(JAPANESE);
        assertKept(Map.of("source", "A file made to be refused"));
        upload("short.csv", "calendar_year,donor,category,revenue_type,amount_usd\n2021,Japan,Government\n");
        assertThat(browser.text(By.cssSelector(".notice.bad")))
                .matches(JAPANESE)
                .contains("2");
        assertThat(browser.all("[id='form:enter']")).isEmpty();
    }

    private void upload(String name, String content) throws IOException {
        browser.open("/exchange/upload")
                .file("file", Files.writeString(folder.resolve(name), content))
                .fill("source", "A file made to be refused")
                .click(By.id("form:bring"));
        browser.until(driver -> browser.all(".kpi, .notice.bad").isEmpty() ? null : true);
    }

    private void typeUnknown(String field) {
        browser.driver().findElement(By.id("form:" + field + "_input")).sendKeys("Nobody at all");
    }

    private void assertProblems(String... fields) {
        SoftAssertions all = new SoftAssertions();
        for (String field : fields) {
            all.assertThat(browser.problemAt(field)).as(field).matches(JAPANESE);
        }
        all.assertAll();
    }

    private void assertKept(Map<String, String> values) {
        values.forEach(
                (field, value) -> assertThat(browser.value(field)).as(field).isEqualTo(value));
    }
}
