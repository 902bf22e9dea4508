package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.samples.Case;
import org.openqa.selenium.By;

/** A file of another layout is matched, entered and taken back on its pages; a partner known already is asked about. */
@ExtendWith(Samples.class)
class ImportEndToEndIT {

    @TempDir
    private Path folder;

    @Test
    @Tag("browser")
    void aFileIsMatchedEnteredInPartTakenBackAndEnteredRightly(Launched kizuna) throws Exception {
        // years for which the samples hold nothing
        String text = Case.text("csv-un-system-layout.csv").replace("2011", "1999");
        Path file = Files.writeString(folder.resolve("un-system.csv"), text);
        Path right = Files.writeString(
                folder.resolve("un-system-2.csv"),
                text.replace("T\uFFFDrkiye", "Türkiye").replace("4 100 200.5", "4 100 300.5"));
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer");
            String reference = bring(browser, file);
            assertThat(browser.text()).contains("The columns are not called as ours are", "government_donor");
            pictures(browser, "import-layout");
            browser.click(By.linkText("Match its columns")).awaitText("Category of every row");
            pictures(browser, "import-match");
            browser.choose("category", "Government").choose("filterColumn", "entity");
            browser.fill("filterValue", "UNIDO");
            browser.save();
            browser.click(By.cssSelector("details.more summary"));
            assertThat(browser.text()).contains("lost a letter", "not ours", "refund");
            pictures(browser, "import-checked");
            browser.click(By.id("form:leaveOut")).awaitText("Enter 2 rows");
            browser.click(By.partialLinkText("un-system-left-out.csv"));
            assertThat(Files.readString(browser.downloaded()))
                    .contains("1999,T\uFFFDrkiye,", ",12 000,", "donor: ", "lost a letter");
            browser.click(By.id("form:enter")).awaitText("The import is entered");
            pictures(browser, "import-entered");
            assertThat(figures(kizuna)).containsExactly("4100200.50");

            browser.signIn("treasurer").open("/exchange/view?ref=" + reference);
            browser.click(By.xpath("//button[.='Confirm its receipts']")).awaitText("are confirmed");
            browser.signIn("officer").open("/exchange/view?ref=" + reference);
            browser.click(By.xpath("//summary[.='Take the import back']"));
            browser.fill("takeBack:reason", "Another figure was meant")
                    .click(By.xpath("//button[.='Take the import back']"))
                    .awaitText("asks that this import be taken back");
            pictures(browser, "import-asked-back");
            assertThat(figures(kizuna)).as("it counts until a treasurer agrees").containsExactly("4100200.50");

            browser.signIn("treasurer").open("/exchange/view?ref=" + reference);
            browser.click(By.xpath("//button[.='Agree, for its receipts']")).awaitText("The import is taken back");
            pictures(browser, "import-taken-back");
            assertThat(figures(kizuna)).containsExactlyInAnyOrder("4100200.50", "-4100200.50");

            browser.signIn("officer");
            bring(browser, right);
            assertThat(browser.text()).as("its columns are remembered").contains("Enter 3 rows");
            browser.click(By.id("form:enter")).awaitText("The import is entered");
            assertThat(figures(kizuna))
                    .containsExactlyInAnyOrder("4100200.50", "-4100200.50", "4100300.50", "12000.00");
        }
    }

    private static String bring(Browser browser, Path file) {
        browser.open("/exchange/upload")
                .file("file", file)
                .fill("source", "Financial statistics")
                .save();
        return browser.reference();
    }

    /** Wide and narrow, in English and in Japanese. */
    private static void pictures(Browser browser, String name) {
        browser.picture(name);
        browser.look(390, 844, "light", "ja");
        browser.driver().navigate().refresh();
        browser.picture(name + "-narrow-ja");
        browser.look(1280, 900, "light", "en");
        browser.driver().navigate().refresh();
    }

    private static List<String> figures(Launched kizuna) throws Exception {
        return Client.of(kizuna, "manager").all("/api/v1/contributions/entries?from=1999-01-01&to=1999-12-31").stream()
                .map(entry -> entry.get("amount").asText())
                .toList();
    }

    @Test
    void aPartnerWhoIsKnownIsAskedAboutOverRest(Launched kizuna) throws Exception {
        Client officer = Client.of(kizuna, "officer");
        String body = "{\"legalName\": \"%s\", \"sector\": \"CIVIL_SOCIETY\", \"country\": \"US\"%s}";
        JsonNode names = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(Case.text("partners-twice.json"))
                .get("register");
        HttpResponse<String> first = officer.send(
                "POST", "/api/v1/partners", body.formatted(names.get(0).asText(), ""));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String reference = Client.read(first).get("reference").asText();
        for (int i = 1; i < 5; i++) {
            HttpResponse<String> again = officer.send(
                    "POST", "/api/v1/partners", body.formatted(names.get(i).asText(), ""));
            assertThat(again.statusCode()).as(again.body()).isEqualTo(422);
            JsonNode warning = Client.read(again).get("warnings").get(0);
            assertThat(warning.get("code").asText()).isEqualTo("likelyDuplicate");
            assertThat(warning.get("text").asText()).contains("Blue Heron Foundation", reference);
        }
        HttpResponse<String> despite = officer.send(
                "POST",
                "/api/v1/partners",
                body.formatted(
                        names.get(2).asText(),
                        ", \"despite\": [\"likelyDuplicate\"], \"reason\": \"The one in Oregon\""));
        assertThat(despite.statusCode()).as(despite.body()).isEqualTo(201);
        assertThat(officer.send(
                                "POST",
                                "/api/v1/partners",
                                body.formatted(names.get(5).asText(), ""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(officer.send(
                                "POST",
                                "/api/v1/partners",
                                body.formatted(names.get(6).asText(), ""))
                        .statusCode())
                .isEqualTo(422);
    }
}
