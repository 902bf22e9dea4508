package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kizuna.shared.Words;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** An officer tags records on their pages, and a program does the same. */
@Tag("browser")
@ExtendWith(Samples.class)
class TagsEndToEndIT {

    private final Launched kizuna;
    private final Client officer;

    TagsEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
        this.officer = Client.of(kizuna, "officer");
    }

    private String partner(String name) throws Exception {
        return Client.read(officer.send(
                        "POST",
                        "/api/v1/partners",
                        "{\"legalName\": \"" + name + "\", \"sector\": \"ACADEMIA\", \"country\": \"FR\"}"))
                .get("reference")
                .asText();
    }

    @Test
    void anOfficerChoosesTagsByNameAndTheSharesSumTo100() throws Exception {
        String name = "Tagged " + Long.toString(System.nanoTime(), 36);
        String partner = partner(name);
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/partner/view?ref=" + partner);
            assertThat(browser.text()).contains(words("tags.none"));
            browser.click(By.linkText(words("tag.edit")));
            add(browser, 0, "9.2");
            browser.fill("tags:0:percentage", "60");
            add(browser, 1, "inequality within and among");
            browser.saveInVain();
            assertThat(browser.problemAt("tags:0:percentage")).contains(words("TagVocabulary.SDG_TARGET"));
            assertThat(browser.problemAt("tags:1:percentage")).isEmpty();
        }
    }

    @Test
    void whatIsChosenStandsOnThePageInItsHistoryAndInTheSearch() throws Exception {
        String name = "Tagged " + Long.toString(System.nanoTime(), 36);
        String partner = partner(name);
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer").open("/tag/edit?kind=Partner&ref=" + partner);
            add(browser, 0, "industrialization and foster innovation");
            browser.fill("tags:0:percentage", "60");
            add(browser, 1, "Take urgent action to combat climate");
            browser.fill("tags:1:percentage", "30").saveInVain();
            assertThat(browser.problemAt("tags:1:percentage"))
                    .isEqualTo(Words.text(Locale.ENGLISH, "sharesNot100", words("TagVocabulary.SDG_GOAL"), 90));
            browser.fill("tags:1:percentage", "40").save();
            assertThat(browser.text())
                    .contains("Build resilient infrastructure", words("TagVocabulary.SDG_GOAL") + " 9", "60 %", "40 %")
                    .contains("Take urgent action to combat climate change");
            browser.open("/history/record?kind=Partner&ref=" + partner);
            assertThat(browser.text()).contains(words("action.TagRegister.change"), words("RecordTags.tags"));
            browser.open("/search?q=" + name.replace(' ', '+') + "+industrialization");
            assertThat(browser.text()).contains(name);
            browser.signIn("manager").open("/partner/view?ref=" + partner);
            assertThat(browser.text()).contains("Build resilient infrastructure");
            assertThat(browser.all("a[href^='/tag/edit']")).isEmpty();
        }
    }

    @Test
    void everyKindOfRecordThatHasTagsShowsThem() throws Exception {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("officer");
            for (String page : List.of(
                    "/agreement/view?ref=SAMPLE-1",
                    "/event/view?ref=EV-000002",
                    "/contribution/view?ref=" + contribution())) {
                browser.open(page);
                assertThat(browser.all("a[href^='/tag/edit']")).as(page).hasSize(1);
                browser.click(By.cssSelector("a[href^='/tag/edit']"));
                browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:addTag")));
            }
        }
    }

    private String contribution() throws Exception {
        return officer.json("/api/v1/contributions?limit=1")
                .get("items")
                .get(0)
                .get("reference")
                .asText();
    }

    @Test
    void anAdministratorReadsTheLists() throws Exception {
        try (Browser browser = new Browser(kizuna)) {
            browser.signIn("admin").open("/").click(By.cssSelector("a[href='/tag/codelists']"));
            browser.awaitText("End poverty in all its forms everywhere");
            browser.open("/tag/codelists?list=DAC_PURPOSE");
            assertThat(browser.text()).contains("32120", "Industrial development", "IATI 2.03");
        }
    }

    @Test
    void aProgramReadsAndSetsThem() throws Exception {
        String path = "/api/v1/partners/" + partner("Tagged " + Long.toString(System.nanoTime(), 36)) + "/tags";
        HttpResponse<String> none = officer.get(path);
        assertThat(Client.read(none).get("tags")).isEmpty();
        String goal = "{\"vocabulary\": \"SDG_GOAL\", \"code\": \"9\", \"percentage\": ";
        String body = "{\"tags\": [" + goal + "100}]}";
        assertThat(officer.send("PUT", path, body).statusCode()).isEqualTo(428);
        HttpResponse<String> set = officer.send("PUT", path, body, "If-Match", tag(none));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        JsonNode tag = Client.read(set).get("tags").get(0);
        assertThat(tag.get("name").asText()).startsWith("Build resilient infrastructure");
        assertThat(tag.get("percentage").asText()).isEqualTo("100");
        assertThat(officer.send("PUT", path, body, "If-Match", tag(none)).statusCode())
                .isEqualTo(412);
        HttpResponse<String> wrong = officer.send("PUT", path, "{\"tags\": [" + goal + "10}]}", "If-Match", tag(set));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("tags[0].percentage", "sum to 10 instead of 100");
        // what was read can be sent back
        assertThat(officer.send("PUT", path, set.body(), "If-Match", tag(set)).statusCode())
                .isEqualTo(200);
        assertThat(Client.of(kizuna, "manager")
                        .send("PUT", path, body, "If-Match", tag(set))
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/api/v1/partners/P-0/tags").statusCode()).isEqualTo(404);
    }

    @Test
    void theListsAreAmongTheCodelists() throws Exception {
        assertThat(officer.json("/api/v1/codelists").get("items"))
                .extracting(JsonNode::asText)
                .contains("sdg-goals", "sdg-targets", "dac-purposes", "isid-dimensions", "TagVocabulary");
        HttpResponse<String> french = officer.get("/api/v1/codelists/sdg-targets", "Accept-Language", "fr");
        assertThat(Client.read(french).get("items"))
                .anyMatch(code -> code.get("code").asText().equals("9.2")
                        && code.get("label").asText().startsWith("Promouvoir"));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void add(Browser browser, int row, String typed) {
        browser.click(By.id("form:addTag"));
        browser.until(ExpectedConditions.presenceOfElementLocated(By.id("form:tags:" + row + ":code_input")));
        browser.pick("tags:" + row + ":code", typed);
    }

    private static String words(String key) {
        return Words.text(Locale.ENGLISH, key);
    }
}
