package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program may rely on. */
@ExtendWith(Samples.class)
class RestEndToEndIT {

    private final Launched kizuna;
    private final Client officer;

    RestEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
        this.officer = Client.of(kizuna, "officer");
    }

    @Test
    void saysWhetherItIsReadyAndHowToSpeakToIt() throws Exception {
        Client nobody = Client.anonymous(kizuna);
        assertThat(nobody.json("/health/ready").get("status").asText()).isEqualTo("UP");
        assertThat(nobody.json("/health/live").get("status").asText()).isEqualTo("UP");
        JsonNode sealing = nobody.json("/health/sealing").get("checks").get(0);
        assertThat(sealing.get("name").asText()).isEqualTo("sealing");
        assertThat(sealing.get("data").get("oldestUnsealedSeconds").asLong()).isBetween(0L, 60L);
        assertThat(officer.get("/openapi").body())
                .contains("/api/v1/partners/{reference}", "/api/v1/dashboard/donors", "/api/v1/history/export");
        HttpResponse<String> toSignIn = nobody.get("/openapi");
        assertThat(toSignIn.body()).doesNotContain("/api/v1/partners");
        assertThat(Client.of(kizuna, "officer", "wrong").get("/openapi").statusCode())
                .isEqualTo(401);
    }

    @Test
    void asksWhoIsThere() throws Exception {
        for (String path : List.of("partners", "agreements", "events", "contributions/entries", "history")) {
            HttpResponse<String> answer = Client.anonymous(kizuna).get("/api/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(path).isPresent();
        }
        assertThat(Client.of(kizuna, "officer", "wrong").get("/api/v1/partners").statusCode())
                .isEqualTo(401);
        for (List<String> header : List.of(
                List.of("User-Agent", "Mozilla/5.0"),
                List.of("Accept", "text/html"),
                List.of("Sec-Fetch-Mode", "cors"))) {
            assertThat(Client.anonymous(kizuna)
                            .send("GET", "/api/v1/partners", null, header.get(0), header.get(1))
                            .headers()
                            .firstValue("WWW-Authenticate")
                            .orElse(""))
                    .as(header.get(0))
                    .doesNotContain("Basic");
        }
    }

    @Test
    void givesEachListItsFields() throws Exception {
        assertThat(names(officer.json("/api/v1/partners?limit=1").get("items").get(0)))
                .contains("reference", "legalName", "sector", "country", "status");
        assertThat(names(officer.json("/api/v1/agreements?limit=1").get("items").get(0)))
                .contains("reference", "title", "type", "status", "parties");
        assertThat(names(officer.json("/api/v1/events?limit=1").get("items").get(0)))
                .contains("reference", "title", "kind", "start", "partners");
        assertThat(names(officer.json("/api/v1/contributions/entries?limit=1")
                        .get("items")
                        .get(0)))
                .contains("reference", "donor", "kind", "instrument", "amount", "currency", "valueDate");
        assertThat(names(officer.json("/api/v1/dashboard/donors?from=2021&to=2021&limit=1")
                        .get("items")
                        .get(0)))
                .contains("donor", "donorName", "year", "instrument", "pledged", "committed", "received");
        assertThat(names(Client.of(kizuna, "auditor")
                        .json("/api/v1/history?limit=1")
                        .get("items")
                        .get(0)))
                .contains("recordedAt", "actor", "role", "channel", "action", "fields");
    }

    @Test
    void leavesOutNothingAndRepeatsNothingFromPageToPage() throws Exception {
        for (String path : List.of("partners", "agreements", "events", "contributions/entries")) {
            List<String> references = officer.all("/api/v1/" + path).stream()
                    .map(item -> item.get("reference").asText())
                    .toList();
            assertThat(references).as(path).isNotEmpty().doesNotHaveDuplicates();
            String last = officer.json("/api/v1/" + path + "?limit=1")
                    .get("items")
                    .get(0)
                    .get("reference")
                    .asText();
            assertThat(references.get(0)).as(path).isEqualTo(last);
        }
        assertThat(officer.all("/api/v1/contributions/entries")).hasSizeGreaterThan(2_750);
    }

    @Test
    void recordsAPartnerAndChangesItOnlyFromWhatOneHasSeen() throws Exception {
        HttpResponse<String> created = officer.send("POST", "/api/v1/partners", """
                {"legalName": "Sumitomo Forestry, Co.", "sector": "PRIVATE_SECTOR", "country": "JP"}""");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path =
                "/api/v1/partners/" + Client.read(created).get("reference").asText();
        assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith(path);
        String first = created.headers().firstValue("ETag").orElseThrow();

        String change = """
                {"legalName": "Sumitomo Forestry Co., Ltd.", "sector": "PRIVATE_SECTOR", "country": "JP"}""";
        assertThat(officer.send("PUT", path, change).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = officer.send("PUT", path, change, "If-Match", first);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag"))
                .isNotEqualTo(created.headers().firstValue("ETag"));
        assertThat(officer.send("PUT", path, change, "If-Match", first).statusCode())
                .isEqualTo(412);
        assertThat(officer.json(path).get("legalName").asText()).isEqualTo("Sumitomo Forestry Co., Ltd.");

        JsonNode newest = Client.of(kizuna, "auditor")
                .json("/api/v1/history?kind=Partner&reference="
                        + officer.json(path).get("reference").asText())
                .get("items")
                .get(0);
        assertThat(newest.get("actor").asText()).isEqualTo("officer");
        assertThat(newest.get("channel").asText()).isEqualTo("REST");
        assertThat(newest.get("fields").toString()).contains("Sumitomo Forestry, Co.", "Sumitomo Forestry Co., Ltd.");
    }

    @Test
    void recordsAnAgreementAndAnEventWithTheirPartners() throws Exception {
        String one = partner("Nippon Steel " + System.nanoTime(), "PRIVATE_SECTOR");
        String two = partner("Kyushu University " + System.nanoTime(), "ACADEMIA");
        HttpResponse<String> agreement = officer.send("POST", "/api/v1/agreements", """
                {"title": "Memorandum", "type": "MEMORANDUM_OF_UNDERSTANDING",
                 "parties": [{"partner": "%s", "role": "DONOR"}, {"partner": "%s", "role": "ADMINISTRATOR"}]}""".formatted(one, two));
        assertThat(agreement.statusCode()).as(agreement.body()).isEqualTo(201);
        JsonNode parties = officer.json("/api/v1/agreements/"
                        + Client.read(agreement).get("reference").asText())
                .get("parties");
        assertThat(parties.findValuesAsText("partner")).containsExactlyInAnyOrder(one, two);

        HttpResponse<String> event = officer.send("POST", "/api/v1/events", """
                {"title": "Signing", "kind": "SIGNING_CEREMONY", "start": "2021-07-01", "timeZone": "Europe/Vienna",
                 "partners": [{"partner": "%s", "role": "CO_ORGANISER"}]}""".formatted(one));
        assertThat(event.statusCode()).as(event.body()).isEqualTo(201);
        JsonNode read = officer.json(
                "/api/v1/events/" + Client.read(event).get("reference").asText());
        assertThat(read.get("start").asText()).isEqualTo("2021-07-01");
        assertThat(read.get("partners").findValuesAsText("partner")).containsExactly(one);
    }

    @Test
    void namesTheFieldThatIsWrong() throws Exception {
        refused("partners", "{\"sector\": \"GOVERNMENT\", \"country\": \"JP\"}", 422, "legalName");
        refused("partners", "{\"legalName\": \"X\", \"sector\": \"NOBODY\", \"country\": \"JP\"}", 422, "sector");
        refused("partners", "{\"legalName\": \"X\", \"sector\": \"GOVERNMENT\", \"country\": \"XX\"}", 422, "country");
        refused(
                "partners",
                "{\"legalName\": \"X\", \"sector\": \"GOVERNMENT\", \"country\": \"JP\", \"reference\": \"A/B\"}",
                422,
                "reference");
        refused(
                "agreements",
                "{\"title\": \"Alone\", \"type\": \"MEMORANDUM_OF_UNDERSTANDING\", \"parties\": []}",
                422,
                "parties");
        refused(
                "events",
                "{\"title\": \"Backwards\", \"kind\": \"WEBINAR\", \"start\": \"2021-07-02\", \"end\": \"2021-07-01\","
                        + " \"timeZone\": \"UTC\"}",
                422,
                "end");
        HttpResponse<String> unreadable = officer.send("POST", "/api/v1/partners", "{\"legalName\": ");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        HttpResponse<String> japanese =
                officer.send("POST", "/api/v1/partners", "{\"sector\": \"GOVERNMENT\"}", "Accept-Language", "ja");
        assertThat(Client.read(japanese).get("detail").asText()).matches("[^a-zA-Z]+");
    }

    private void refused(String list, String body, int status, String field) throws Exception {
        HttpResponse<String> answer = officer.send("POST", "/api/v1/" + list, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.read(answer).get("field").asText()).startsWith(field);
        assertThat(Client.read(answer).get("detail").asText()).isNotBlank();
    }

    @Test
    void knowsWhatDoesNotExistAndWhatCannotBeAsked() throws Exception {
        for (String path : List.of("partners/P-999999", "agreements/NONE", "events/NONE", "nothing")) {
            HttpResponse<String> answer = officer.get("/api/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
        }
        for (String path : List.of(
                "partners?limit=none",
                "partners?after=forged",
                "partners?sector=NOBODY",
                "dashboard/donors?from=yesterday",
                "dashboard/donors?currency=XXQ",
                "contributions/entries?limit=0")) {
            assertThat(officer.get("/api/v1/" + path).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void letsEachRoleDoItsOwn() throws Exception {
        String partner = "{\"legalName\": \"X\", \"sector\": \"GOVERNMENT\", \"country\": \"JP\"}";
        for (String account : List.of("auditor", "manager", "approver", "treasurer", "admin")) {
            assertThat(Client.of(kizuna, account)
                            .send("POST", "/api/v1/partners", partner)
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        for (String account : List.of("officer", "manager", "approver", "treasurer", "admin")) {
            assertThat(Client.of(kizuna, account)
                            .get("/api/v1/history/export?format=csv")
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(Client.of(kizuna, "auditor").get("/api/v1/partners?limit=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesAuditorsTheirReportsAndTheSearch() throws Exception {
        Client auditor = Client.of(kizuna, "auditor");
        JsonNode reports = Client.read(auditor.get("/api/v1/history/reports")).get("items");
        assertThat(reports).hasSizeGreaterThanOrEqualTo(9);
        for (JsonNode report : reports) {
            String path = "/api/v1/history/reports/" + report.get("name").asText();
            HttpResponse<String> found = auditor.get(path + "?limit=2");
            assertThat(found.statusCode()).as(path).isEqualTo(200);
            assertThat(Client.read(found).get("items").isArray()).as(path).isTrue();
            HttpResponse<String> table = auditor.get(path + "?format=csv&from=2020-01-01&to=2020-01-02");
            assertThat(table.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("text/csv");
            assertThat(table.body())
                    .as(path)
                    .contains(report.get("columns").get(0).asText());
        }
        assertThat(auditor.get("/api/v1/history/reports/weather").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/api/v1/history/reports/late-entries?closing=WEEK")
                        .statusCode())
                .isEqualTo(400);
        assertThat(auditor.get("/api/v1/history/reports/late-entries?after=forged")
                        .statusCode())
                .isEqualTo(400);
        assertThat(officer.get("/api/v1/history/reports/late-entries").statusCode())
                .isEqualTo(403);
        String name = "Sought " + System.nanoTime();
        String reference = partner(name, "GOVERNMENT");
        JsonNode items = Client.read(auditor.get("/api/v1/history/search?field=legalName&channel=REST&value="
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)))
                .get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("reference").asText()).isEqualTo(reference);
        assertThat(officer.get("/api/v1/history/search").statusCode()).isEqualTo(403);
        JsonNode taken = Client.read(auditor.get("/api/v1/history/reports/exports?limit=1"))
                .get("items")
                .get(0);
        assertThat(taken.get("actor").asText()).isEqualTo("auditor");
        assertThat(taken.get("action").asText()).isEqualTo("ReportRegister.take");
    }

    private String partner(String name, String sector) throws Exception {
        HttpResponse<String> created = officer.send(
                "POST",
                "/api/v1/partners",
                "{\"legalName\": \"%s\", \"sector\": \"%s\", \"country\": \"JP\"}".formatted(name, sector));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Client.read(created).get("reference").asText();
    }

    private static Set<String> names(JsonNode item) {
        Iterable<String> names = item::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.toSet());
    }
}
