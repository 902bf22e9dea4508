package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program takes records through their lives, and is told why it may not. */
@ExtendWith(Samples.class)
class StepsOverRestEndToEndIT {

    private final Client officer;
    private final Client approver;
    private final Client treasurer;
    private final Client manager;
    private final String mark = Long.toString(System.nanoTime(), 36);

    private String donor = "";
    private String host = "";

    StepsOverRestEndToEndIT(Launched kizuna) {
        this.officer = Client.of(kizuna, "officer");
        this.approver = Client.of(kizuna, "approver");
        this.treasurer = Client.of(kizuna, "treasurer");
        this.manager = Client.of(kizuna, "manager");
    }

    @BeforeEach
    void twoPartners() throws Exception {
        donor = created("/api/v1/partners", partner("Donor " + mark));
        host = created("/api/v1/partners", partner("Host " + mark));
    }

    @Test
    void anAgreementGoesFromDraftToItsEnd() throws Exception {
        String agreement = "/api/v1/agreements/" + created("/api/v1/agreements", agreement());
        assertThat(steps(officer, agreement)).containsExactly("send-for-review", "cancel");
        assertThat(take(officer, agreement, "send-for-review", "{}").statusCode())
                .isEqualTo(200);
        assertThat(Client.read(officer.get(agreement)).get("status").asText()).isEqualTo("IN_REVIEW");
        assertThat(take(officer, agreement, "clear", "{}").statusCode())
                .as("an officer clears nothing")
                .isEqualTo(403);
        assertThat(take(approver, agreement, "clear", "{\"on\":\"2026-01-05\"}").statusCode())
                .isEqualTo(200);
        assertThat(take(officer, agreement, "send-for-signature", "").statusCode())
                .isEqualTo(200);
        HttpResponse<String> half = take(
                officer, agreement, "sign", "{\"signatures\":[{\"party\":\"" + donor + "\",\"on\":\"2026-02-01\"}]}");
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("signatures[1].on", "Host " + mark);
        String signatures = "{\"signatures\":[{\"party\":\"" + host + "\",\"on\":\"2026-02-03\"},{\"party\":\"" + donor
                + "\",\"on\":\"2026-02-01\"}]}";
        assertThat(take(officer, agreement, "sign", signatures).statusCode()).isEqualTo(200);
        JsonNode signed = Client.read(officer.get(agreement));
        assertThat(signed.get("signedOn").asText()).isEqualTo("2026-02-03");
        assertThat(signed.get("parties").get(0).get("signedOn").asText()).isEqualTo("2026-02-01");
        assertThat(take(officer, agreement, "bring-into-force", "{}").statusCode())
                .isEqualTo(422);
        assertThat(take(officer, agreement, "bring-into-force", "{\"on\":\"2026-02-02\"}")
                        .body())
                .contains("\"on\"");
        assertThat(take(
                                officer,
                                agreement,
                                "bring-into-force",
                                "{\"on\":\"2026-02-04\",\"effectiveOn\":\"2026-03-01\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Client.read(officer.get(agreement)).get("inForceOn").asText())
                .isEqualTo("2026-03-01");
        assertThat(take(approver, agreement, "suspend", "{}").statusCode()).isEqualTo(422);
        assertThat(take(approver, agreement, "suspend", "{\"reason\":\"Flood\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(take(approver, agreement, "resume", "{\"reason\":\"Dry\"}").statusCode())
                .isEqualTo(200);
        assertThat(take(officer, agreement, "end", "{\"on\":\"2026-10-01\"}").statusCode())
                .isEqualTo(200);
        JsonNode ended = Client.read(officer.get(agreement));
        assertThat(ended.get("status").asText()).isEqualTo("ENDED");
        assertThat(ended.get("steps").findValuesAsText("step"))
                .containsExactly(
                        "send-for-review",
                        "clear",
                        "send-for-signature",
                        "sign",
                        "bring-into-force",
                        "suspend",
                        "resume",
                        "end");
        assertThat(ended.get("steps").get(5).get("reason").asText()).isEqualTo("Flood");
        assertThat(ended.get("steps").get(4).get("effectiveOn").asText()).isEqualTo("2026-03-01");
    }

    @Test
    void whatCannotBeTakenIsAnsweredByItsReason() throws Exception {
        String agreement = "/api/v1/agreements/" + created("/api/v1/agreements", agreement());
        HttpResponse<String> early = take(approver, agreement, "suspend", "{\"reason\":\"Flood\"}");
        assertThat(early.statusCode()).as(early.body()).isEqualTo(409);
        assertThat(take(manager, agreement, "send-for-review", "{}").statusCode())
                .isEqualTo(403);
        assertThat(officer.send("POST", agreement + "/steps/send-for-review", "{}")
                        .statusCode())
                .isEqualTo(428);
        assertThat(officer.send("POST", agreement + "/steps/send-for-review", "{}", "If-Match", "\"99\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(take(officer, agreement, "fly", "{}").statusCode()).isEqualTo(404);
        assertThat(take(officer, agreement, "cancel", "{\"reason\":\"why\",\"colour\":\"red\"}")
                        .body())
                .contains("colour");
        assertThat(take(officer, agreement, "send-for-review", "{\"on\":\"2099-01-01\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.get("/api/v1/agreements/KZ-0000/steps").statusCode()).isEqualTo(404);
        String bare = "/api/v1/agreements/"
                + created(
                        "/api/v1/agreements",
                        agreement()
                                .replace("\"startsOn\":\"2026-01-01\",", "")
                                .replace("\"legallyBinding\":false", "\"legallyBinding\":true"));
        JsonNode missing =
                Client.read(officer.get(bare + "/steps")).get("items").get(0);
        assertThat(missing.get("possible").asBoolean()).isFalse();
        assertThat(missing.get("missing").get(0).get("field").asText()).isEqualTo("startsOn");
        assertThat(take(officer, bare, "send-for-review", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void partnersAndEventsAreTakenOnTheSameWay() throws Exception {
        String partner = "/api/v1/partners/" + donor;
        assertThat(take(officer, partner, "begin-due-diligence", "{}").statusCode())
                .isEqualTo(200);
        JsonNode approve =
                Client.read(approver.get(partner + "/steps")).get("items").get(0);
        assertThat(approve.get("step").asText()).isEqualTo("approve");
        assertThat(approve.get("yours").asBoolean()).isTrue();
        assertThat(take(approver, partner, "approve", "{}").statusCode()).isEqualTo(200);
        assertThat(take(officer, partner, "reopen", "{}").statusCode()).isEqualTo(409);
        String event = "/api/v1/events/"
                + created(
                        "/api/v1/events",
                        "{\"title\":\"Forum " + mark + "\",\"kind\":\"WORKSHOP\",\"start\":\"2026-06-01T10:00\","
                                + "\"timeZone\":\"Europe/Vienna\",\"partners\":[]}");
        assertThat(take(officer, event, "confirm", "{\"on\":\"2026-05-01\"}").statusCode())
                .isEqualTo(200);
        assertThat(take(officer, event, "mark-held", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> unreported = take(officer, event, "report", "{}");
        assertThat(unreported.statusCode()).as(unreported.body()).isEqualTo(422);
    }

    @Test
    void moneyIsOpenedEnteredConfirmedAndTakenBack() throws Exception {
        String contribution = created(
                "/api/v1/contributions",
                "{\"purpose\":\"Water " + mark + "\",\"donor\":\"" + donor
                        + "\",\"instrument\":\"PROJECT_SPECIFIC\",\"currency\":\"EUR\",\"countries\":[\"VN\"]}");
        JsonNode opened = officer.json("/api/v1/contributions/" + contribution);
        assertThat(opened.get("received").asText()).isEqualTo("0.00");
        String entries = "/api/v1/contributions/" + contribution + "/entries";
        String said = "\"kind\":\"RECEIPT\",\"amount\":\"25.00\",\"valueDate\":\"2026-11-02\",\"source\":\"Bank\"";
        HttpResponse<String> entry = officer.send("POST", entries, "{" + said + "}");
        if (entry.statusCode() == 422) {
            String codes = Client.read(entry).get("warnings").findValuesAsText("code").stream()
                    .map(code -> '"' + code + '"')
                    .collect(Collectors.joining(","));
            entry = officer.send("POST", entries, "{" + said + ",\"despite\":[" + codes + "],\"reason\":\"It is so\"}");
        }
        assertThat(entry.statusCode()).as(entry.body()).isEqualTo(201);
        String receipt = "/api/v1/contributions/entries/"
                + Client.read(entry).get("reference").asText();
        assertThat(officer.send("POST", receipt + "/steps/confirm", "{}").statusCode())
                .isEqualTo(403);
        assertThat(treasurer.send("POST", receipt + "/steps/confirm", "{}").statusCode())
                .isEqualTo(200);
        assertThat(treasurer.send("POST", receipt + "/steps/confirm", "{}").statusCode())
                .isEqualTo(409);
        assertThat(officer.json("/api/v1/contributions/" + contribution)
                        .get("received")
                        .asText())
                .isEqualTo("25.00");
        HttpResponse<String> asked = officer.send("POST", receipt + "/steps/reverse", "{\"reason\":\"Entered twice\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(treasurer
                        .send("POST", receipt + "/steps/confirm-reversal", "{}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(officer.json("/api/v1/contributions?donor=" + donor).get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("received").asText()).isEqualTo("0.00"));
    }

    @Test
    void whatIsSentTwiceUnderOneKeyIsCarriedOutOnce() throws Exception {
        String path = "/api/v1/partners";
        String body = partner("Once " + mark);
        HttpResponse<String> first = officer.send("POST", path, body, "Idempotency-Key", "k-" + mark);
        HttpResponse<String> second = officer.send("POST", path, body, "Idempotency-Key", "k-" + mark);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(officer.send("POST", path, partner("Other " + mark), "Idempotency-Key", "k-" + mark)
                        .statusCode())
                .isEqualTo(422);
        assertThat(approver.send("POST", path, body, "Idempotency-Key", "k-" + mark)
                        .statusCode())
                .as("another's key")
                .isEqualTo(403);
        HttpResponse<String> refused = officer.send("POST", path, partner(""), "Idempotency-Key", "refused-" + mark);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(officer.send("POST", path, partner("Mended " + mark), "Idempotency-Key", "refused-" + mark)
                        .statusCode())
                .isEqualTo(201);
        assertThat(officer.send("POST", path, body, "Idempotency-Key", "with blank")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void codesAreNamedInTheReadersLanguage() throws Exception {
        assertThat(officer.json("/api/v1/codelists").get("items").toString())
                .contains("AgreementStatus", "Country", "Currency", "Sector");
        JsonNode french = Client.read(officer.get("/api/v1/codelists/Country", "Accept-Language", "fr"));
        assertThat(french.get("items").toString()).contains("{\"code\":\"JP\",\"label\":\"Japon\"}");
        assertThat(officer.get("/api/v1/codelists/Colours").statusCode()).isEqualTo(404);
        JsonNode me = officer.json("/api/v1/me");
        assertThat(me.get("username").asText()).isEqualTo("officer");
        assertThat(me.get("roles").toString()).contains("OFFICER");
        JsonNode found = officer.json("/api/v1/search?q=Host%20" + mark).get("items");
        assertThat(found.get(0).get("reference").asText()).isEqualTo(host);
        assertThat(officer.json(found.get(0).get("self").asText())
                        .get("reference")
                        .asText())
                .isEqualTo(host);
    }

    @Test
    void aSeriesIsOpenedAndChanged() throws Exception {
        String series = "/api/v1/events/series/"
                + created("/api/v1/events/series", "{\"title\":\"Series " + mark + "\",\"summary\":\"Three days\"}");
        String tag = officer.get(series).headers().firstValue("ETag").orElseThrow();
        assertThat(officer.send("PUT", series, "{\"title\":\"Renamed " + mark + "\"}", "If-Match", tag)
                        .body())
                .contains("summary");
        HttpResponse<String> changed =
                officer.send("PUT", series, "{\"title\":\"Renamed " + mark + "\",\"summary\":null}", "If-Match", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(officer.json("/api/v1/events/series?q=Renamed%20" + mark).get("items"))
                .hasSize(1);
    }

    private String agreement() {
        return "{\"title\":\"Walked " + mark + "\",\"type\":\"MEMORANDUM_OF_UNDERSTANDING\",\"legallyBinding\":false,"
                + "\"financial\":false,\"startsOn\":\"2026-01-01\",\"parties\":[{\"partner\":\"" + donor
                + "\",\"role\":\"DONOR\"},{\"partner\":\"" + host + "\",\"role\":\"HOST\"}]}";
    }

    private static String partner(String name) {
        return "{\"legalName\":\"" + name + "\",\"sector\":\"PRIVATE_SECTOR\",\"country\":\"JP\"}";
    }

    private String created(String path, String body) throws Exception {
        HttpResponse<String> answer = officer.send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.read(answer).get("reference").asText();
    }

    private static List<String> steps(Client client, String record) throws Exception {
        List<String> names = new ArrayList<>();
        client.json(record + "/steps")
                .get("items")
                .forEach(step -> names.add(step.get("step").asText()));
        return names;
    }

    private static HttpResponse<String> take(Client client, String record, String step, @Nullable String body)
            throws Exception {
        String tag = client.get(record).headers().firstValue("ETag").orElseThrow();
        return client.send("POST", record + "/steps/" + step, body, "If-Match", tag);
    }
}
