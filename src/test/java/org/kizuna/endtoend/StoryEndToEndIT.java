package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The job for which Kizuna exists, from the first partner to the auditor's file. */
@Tag("browser")
@ExtendWith(Samples.class)
class StoryEndToEndIT {

    private static final String YEAR = "2024";
    private static final String PLEDGE = "1234567";

    private final Launched kizuna;
    private final String name = "Aomori Foundation " + Long.toString(System.nanoTime(), 36);

    StoryEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @Test
    void anOfficerRecordsAManagerSeesAnAuditorFinds() throws Exception {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("manager");
            Map<String, BigDecimal> pledgedBefore = column(browser, "Pledged");
            Map<String, BigDecimal> receivedBefore = column(browser, "Received");

            browser.signIn("officer");
            String partner = recordPartner(browser);
            String agreement = recordAgreement(browser);
            String contribution = recordPledge(browser, partner, agreement);
            String event = recordEvent(browser, agreement);
            browser.open("/history/export");
            assertThat(browser.title()).startsWith("This is not for your role");

            browser.signIn("manager");
            Map<String, BigDecimal> pledged = column(browser, "Pledged");
            pledgedBefore.computeIfPresent(YEAR, (year, figure) -> figure.add(new BigDecimal(PLEDGE)));
            assertThat(pledged).isEqualTo(pledgedBefore);
            assertThat(column(browser, "Received")).isEqualTo(receivedBefore);
            browser.open("/dashboard/donors?donor=" + partner);
            assertThat(browser.text()).contains(name, "1,234,567");

            browser.signIn("auditor");
            assertNothingCanBeSaved(browser, partner, agreement);
            assertHistoryIsComplete(export(browser), partner, agreement, contribution, event);
        }
    }

    private String recordPartner(Browser browser) {
        browser.open("/partner/edit").fill("legalName", name).choose("sector", "CIVIL_SOCIETY");
        browser.choose("country", "JP").save();
        assertThat(browser.text()).contains(name, "Civil society");
        return browser.reference();
    }

    private String recordAgreement(Browser browser) {
        browser.open("/agreement/edit")
                .fill("title", "Clean water for Aomori")
                .choose("type", "CONTRIBUTION_AGREEMENT");
        browser.pick("parties:0:partner", name).choose("parties:0:role", "DONOR");
        browser.pick("parties:1:partner", "Japan").choose("parties:1:role", "IMPLEMENTING");
        browser.fill("startsOn", "2024-01-01").fill("plannedEndOn", "2026-12-31");
        browser.choose("currency", "USD").fill("ceiling", "2000000").save();
        assertThat(browser.text()).contains("Clean water for Aomori", name, "Japan", "Draft");
        return browser.reference();
    }

    private String recordPledge(Browser browser, String partner, String agreement) {
        browser.open("/contribution/edit").fill("purpose", "Wells and pumps");
        browser.pick("donor", partner).pick("agreement", agreement);
        browser.choose("instrument", "PROJECT_SPECIFIC")
                .choose("currency", "USD")
                .save();
        String contribution = browser.reference();
        browser.choose("kind", "PLEDGE").fill("amount", "1,234,567.00").fill("valueDate", YEAR + "-05-17");
        browser.fill("source", "Letter of 17 May 2024").click(By.id("form:post"));
        browser.until(driver -> browser.text().contains("Letter of 17 May 2024") ? true : null);
        assertThat(browser.text(By.cssSelector(".kpi .v"))).isEqualTo("USD 1,234,567.00");
        return contribution;
    }

    private String recordEvent(Browser browser, String agreement) {
        browser.open("/event/edit").fill("title", "Signing at Aomori").choose("kind", "SIGNING_CEREMONY");
        browser.fill("startOn", "2024-05-17");
        row(browser, "addPartner", "partners:0:partner");
        browser.pick("partners:0:partner", name).choose("partners:0:role", "CO_ORGANISER");
        row(browser, "addLink", "links:0:relation");
        browser.choose("links:0:relation", "UNDER")
                .pick("links:0:target", agreement)
                .save();
        assertThat(browser.text()).contains("Signing at Aomori", name, "Clean water for Aomori");
        return browser.reference();
    }

    private static void row(Browser browser, String add, String field) {
        browser.click(By.id("form:" + add));
        browser.until(driver -> browser.all("[id^='form:" + field + "']").isEmpty() ? null : true);
    }

    /** A column of the dashboard's table of years. */
    private static Map<String, BigDecimal> column(Browser browser, String heading) {
        browser.open("/dashboard/donors");
        WebElement table = browser.all(".card.flush table").get(0);
        List<String> headings = table.findElements(By.cssSelector("thead th")).stream()
                .map(WebElement::getText)
                .toList();
        Map<String, BigDecimal> column = new LinkedHashMap<>();
        for (WebElement row : table.findElements(By.cssSelector("tbody tr"))) {
            List<String> cells = row.findElements(By.cssSelector("td")).stream()
                    .map(WebElement::getText)
                    .toList();
            if (cells.size() < headings.size()) {
                // years without money between years with some
                continue;
            }
            String figure = cells.get(headings.indexOf(heading)).replaceAll("[^0-9.-]", "");
            column.put(cells.get(0), figure.isEmpty() ? BigDecimal.ZERO : new BigDecimal(figure));
        }
        assertThat(column).containsKey(YEAR);
        return column;
    }

    private static void assertNothingCanBeSaved(Browser browser, String partner, String agreement) {
        for (String page : List.of(
                "/partner/edit",
                "/partner/edit?ref=" + partner,
                "/agreement/edit?ref=" + agreement,
                "/contribution/edit",
                "/event/edit",
                "/exchange/upload")) {
            browser.open(page);
            assertThat(browser.title()).as(page).startsWith("This is not for your role");
        }
        browser.open("/agreement/view?ref=" + agreement);
        assertThat(browser.all("#content button")).isEmpty();
        assertThat(browser.text()).doesNotContain("Edit");
    }

    private List<NamedCsvRecord> export(Browser browser) throws Exception {
        browser.open("/history/export").pick("partner", name).click(By.id("form:export"));
        String text = Files.readString(browser.downloaded()).replaceFirst("^\uFEFF", "");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        }
    }

    private void assertHistoryIsComplete(
            List<NamedCsvRecord> rows, String partner, String agreement, String contribution, String event) {
        assertChange(rows, "Partner", partner, "PartnerRegister.register", name);
        assertChange(rows, "Agreement", agreement, "AgreementRegister.draft", "Clean water for Aomori");
        assertChange(rows, "Contribution", contribution, "ContributionRegister.open", "Wells and pumps");
        assertChange(rows, "LedgerEntry", null, "ContributionRegister.post", "Letter of 17 May 2024");
        assertChange(rows, "IsidEvent", event, "EventRegister.plan", "Signing at Aomori");
    }

    private static void assertChange(
            List<NamedCsvRecord> rows, String kind, @Nullable String reference, String action, String value) {
        assertThat(rows)
                .as(kind)
                .filteredOn(row -> row.getField("record_kind").equals(kind))
                .filteredOn(row -> row.getField("after").equals(value))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.getField("actor")).isEqualTo("officer");
                    assertThat(row.getField("action")).isEqualTo(action);
                    assertThat(row.getField("recorded_at_utc")).endsWith("Z");
                    if (reference != null) {
                        assertThat(row.getField("record_reference")).contains(reference);
                    }
                });
    }
}
