package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program reads what changed, reads many records at once, and is told of every parameter that means nothing. */
@ExtendWith(Samples.class)
class ListsOverRestEndToEndIT {

    private static final List<String> LISTS = List.of("partners", "agreements", "events", "contributions");

    private final Client officer;
    private final Client admin;
    private final Client auditor;
    private final String mark = Long.toString(System.nanoTime(), 36);

    ListsOverRestEndToEndIT(Launched kizuna) {
        this.officer = Client.of(kizuna, "officer");
        this.admin = Client.of(kizuna, "admin");
        this.auditor = Client.of(kizuna, "auditor");
    }

    @Test
    void whatChangedIsReadPageByPage() throws Exception {
        String before = Instant.now().toString();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            changed.add(created("partners", partner("Changed " + mark + i)));
        }
        String list = "/api/v1/partners?updatedSince=" + before;
        assertThat(references(officer.all(list))).containsExactlyElementsOf(changed);
        JsonNode first = officer.json(list + "&limit=2");
        assertThat(first.get("items")).hasSize(2);
        JsonNode second =
                officer.json(list + "&limit=2&after=" + first.get("next").asText());
        assertThat(references(second.get("items"))).containsExactly(changed.get(2), changed.get(3));
        assertThat(references(officer.all(list + "&sector=ACADEMIA"))).isEmpty();
        assertThat(officer.json("/api/v1/partners?updatedSince=" + Instant.now().plusSeconds(60))
                        .get("items"))
                .isEmpty();

        String later = Instant.now().toString();
        String path = "/api/v1/partners/" + changed.get(3);
        HttpResponse<String> read = officer.get(path);
        HttpResponse<String> saved = officer.send(
                "PUT",
                path,
                read.body().replace("Changed " + mark, "Renamed " + mark),
                "If-Match",
                read.headers().firstValue("ETag").orElseThrow());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(references(officer.all("/api/v1/partners?updatedSince=" + later)))
                .containsExactly(changed.get(3));
        for (String one : List.of("yesterday", "2026-01-01", "2026-01-01T00:00", "%2B999999999-12-31T00:00:00Z")) {
            HttpResponse<String> refused = officer.get("/api/v1/partners?updatedSince=" + one);
            assertThat(refused.statusCode()).as(one).isEqualTo(400);
            assertThat(Client.read(refused).get("field").asText()).isEqualTo("updatedSince");
        }
        assertThat(officer.get(list + "&after=nowhere").statusCode()).isEqualTo(400);
        assertThat(officer.get(list + "&sort=name").statusCode()).isEqualTo(400);
    }

    @Test
    void aContributionChangesWithItsEntries() throws Exception {
        String donor = created("partners", partner("Giver " + mark));
        String contribution = created(
                "contributions",
                "{\"purpose\":\"Water " + mark + "\",\"donor\":\"" + donor
                        + "\",\"instrument\":\"PROJECT_SPECIFIC\",\"currency\":\"USD\",\"countries\":[\"VN\"]}");
        String later = Instant.now().toString();
        String list = "/api/v1/contributions?donor=" + donor + "&updatedSince=" + later;
        assertThat(officer.all(list)).isEmpty();
        HttpResponse<String> entry = officer.send(
                "POST",
                "/api/v1/contributions/" + contribution + "/entries",
                "{\"kind\":\"PLEDGE\",\"amount\":\"25.00\",\"valueDate\":\"2026-11-02\",\"source\":\"Letter\"}");
        assertThat(entry.statusCode()).as(entry.body()).isEqualTo(201);
        assertThat(officer.all(list))
                .singleElement()
                .satisfies(item -> assertThat(item.get("pledged").asText()).isEqualTo("25.00"));
    }

    @Test
    void manyAreReadAtOnce() throws Exception {
        for (String list : LISTS) {
            List<String> all =
                    references(officer.json("/api/v1/" + list + "?limit=60").get("items"));
            assertThat(all).as(list).isNotEmpty();
            String asked = "/api/v1/" + list + "?reference=" + String.join("&reference=", all);
            JsonNode answer = officer.json(asked + "&reference=NO-SUCH-1");
            assertThat(references(answer.get("items"))).as(list).containsExactlyInAnyOrderElementsOf(all);
            assertThat(answer.get("next").isNull()).isTrue();
        }
        assertThat(officer.get("/api/v1/partners?reference=a/b").statusCode()).isEqualTo(400);
        assertThat(officer.get("/api/v1/partners?x=1" + "&reference=P-1".repeat(2))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> many = officer.get("/api/v1/partners?limit=5" + "&reference=P-1".repeat(201));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("200");
    }

    @Test
    void noOperationPassesAParameterBy() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, JsonNode> path :
                officer.json("/openapi").get("paths").properties()) {
            if (path.getValue().has("get")) {
                String address = path.getKey().replaceAll("\\{[^}]*}", "1") + "?nonsense=1";
                HttpResponse<String> answer = auditor.get(address);
                all.assertThat(answer.statusCode()).as(address).isEqualTo(400);
                all.assertThat(answer.body()).as(address).contains("nonsense");
            }
        }
        all.assertThat(officer.get("/openapi?nonsense=1").statusCode()).isEqualTo(400);
        all.assertAll();
    }

    @Test
    void ratesArePublishedAndFound() throws Exception {
        String day = "19" + (60 + Math.floorMod(System.nanoTime(), 9)) + "-0"
                + (1 + Math.floorMod(System.nanoTime() / 9, 9)) + "-1"
                + Math.floorMod(System.nanoTime() / 81, 10);
        String rates = "{\"rates\":[{\"currency\":\"ISK\",\"effectiveOn\":\"" + day
                + "\",\"perUsd\":\"88.5\",\"source\":\"UN " + mark + "\"}]}";
        assertThat(officer.send("POST", "/api/v1/rates", rates).statusCode()).isEqualTo(403);
        HttpResponse<String> published = admin.send("POST", "/api/v1/rates", rates);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(204);
        assertThat(auditor.json("/api/v1/history?limit=1&action=ExchangeRates.publish")
                        .get("items")
                        .toString())
                .contains("UN " + mark, "REST");
        JsonNode found = officer.json("/api/v1/rates?currency=ISK&from=" + day + "&to=" + day);
        assertThat(found.get("items")).singleElement().satisfies(rate -> {
            assertThat(rate.get("perUsd").asText()).isEqualTo("88.5");
            assertThat(rate.get("source").asText()).isEqualTo("UN " + mark);
        });
        HttpResponse<String> again = admin.send("POST", "/api/v1/rates", rates);
        assertThat(again.statusCode()).isEqualTo(422);
        HttpResponse<String> wrong =
                admin.send("POST", "/api/v1/rates", "{\"rates\":[{\"currency\":\"ISK\",\"perUsd\":0,\"colour\":1}]}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("rates[0].colour");
        assertThat(admin.send("POST", "/api/v1/rates", rates.replace("88.5", "-1"))
                        .body())
                .contains("rates[0].perUsd");
        assertThat(admin.send("POST", "/api/v1/rates", "{}").body()).contains("\"rates\"");
        List<JsonNode> euro = officer.all("/api/v1/rates?currency=EUR");
        assertThat(euro).isNotEmpty().isSortedAccordingTo((a, b) -> b.get("effectiveOn")
                .asText()
                .compareTo(a.get("effectiveOn").asText()));
        assertThat(officer.get("/api/v1/rates?currency=XYZ").statusCode()).isEqualTo(400);
    }

    private String created(String list, String body) throws Exception {
        HttpResponse<String> answer = officer.send("POST", "/api/v1/" + list, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.read(answer).get("reference").asText();
    }

    private static String partner(String name) {
        return "{\"legalName\":\"" + name + "\",\"sector\":\"PRIVATE_SECTOR\",\"country\":\"JP\"}";
    }

    private static List<String> references(Iterable<JsonNode> items) {
        List<String> references = new ArrayList<>();
        items.forEach(item -> references.add(item.get("reference").asText()));
        return references;
    }
}
