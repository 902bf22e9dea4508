package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program brings a file, matches its columns, leaves rows out, enters it and takes it back. */
@ExtendWith(Samples.class)
class ImportsOverRestEndToEndIT {

    private static final String OURS = "calendar_year,donor,category,revenue_type,amount_usd\n";

    private final Client officer;
    private final Client treasurer;
    private final Client manager;
    private final Client auditor;
    private final String mark = Long.toString(System.nanoTime(), 36);

    ImportsOverRestEndToEndIT(Launched kizuna) {
        this.officer = Client.of(kizuna, "officer");
        this.treasurer = Client.of(kizuna, "treasurer");
        this.manager = Client.of(kizuna, "manager");
        this.auditor = Client.of(kizuna, "auditor");
    }

    @Test
    void aFileIsMatchedMendedEnteredAndTakenBack() throws Exception {
        String head = "anno" + mark + ",giver,kind,sum\n";
        JsonNode brought = bring(head + "2020,Imported " + mark + ",Other,100\nsoon,Broken " + mark + ",Other,5\n");
        assertThat(brought.get("preview").get("problem").isNull()).isFalse();
        assertThat(brought.get("preview").get("heads").toString()).contains("giver");
        String path = "/api/v1/imports/" + brought.get("file").get("reference").asText();
        String columns = "{\"category\":\"Private Sector\",\"columns\":["
                + "{\"column\":\"YEAR\",\"head\":\"anno" + mark + "\"},{\"column\":\"DONOR\",\"head\":\"Giver\"},"
                + "{\"column\":\"REVENUE_TYPE\",\"head\":\"kind\"},{\"column\":\"AMOUNT\",\"head\":\"sum\"}]}";
        String tag = tag(path);
        assertThat(officer.send("PUT", path + "/reading/columns", columns).statusCode())
                .isEqualTo(428);
        assertThat(officer.send("PUT", path + "/reading/columns", columns, "If-Match", "\"99\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(manager.send("PUT", path + "/reading/columns", columns, "If-Match", tag)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> unknown =
                officer.send("PUT", path + "/reading/columns", columns.replace("Giver", "Taker"), "If-Match", tag);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(Client.read(unknown).get("field").asText()).isEqualTo("columns[1].head");
        assertThat(officer.send("PUT", path + "/reading/columns", "{\"sheet\":3}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> matched = officer.send("PUT", path + "/reading/columns", columns, "If-Match", tag);
        assertThat(matched.statusCode()).as(matched.body()).isEqualTo(200);
        JsonNode preview = Client.read(matched).get("preview");
        assertThat(preview.get("errors").asInt()).isEqualTo(1);
        assertThat(officer.json(path + "/rows").get("items")).hasSize(2);
        assertThat(officer.json(path + "/rows?limit=1&after=2").get("items"))
                .isEqualTo(officer.json(path + "/rows?severity=ERROR").get("items"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("findings").get(0).get("text").asText())
                                .isNotBlank());
        assertThat(officer.get(path + "/rows?severity=ALL").statusCode()).isEqualTo(400);

        assertThat(step(officer, path, "enter", "{}").statusCode()).isEqualTo(422);
        assertThat(step(officer, path, "leave-out", "{\"lines\":\"2\"}").statusCode())
                .isEqualTo(422);
        HttpResponse<String> left =
                step(officer, path, "leave-out", "{\"lines\":" + preview.get("linesWithErrors") + "}");
        assertThat(left.statusCode()).as(left.body()).isEqualTo(200);
        assertThat(step(manager, path, "enter", "{}").statusCode()).isEqualTo(403);
        assertThat(officer.send("POST", path + "/steps/enter", "{}").statusCode())
                .isEqualTo(428);
        HttpResponse<String> entered = insisting(path, "enter");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(Client.read(entered).get("file").get("status").asText()).isEqualTo("ENTERED");
        JsonNode journaled = auditor.json("/api/v1/history?limit=1&action=ImportRegister.enter")
                .get("items")
                .get(0);
        assertThat(journaled.get("actor").asText()).isEqualTo("officer");
        assertThat(journaled.get("channel").asText()).isEqualTo("IMPORT");
        String batch = brought.get("file").get("reference").asText();
        assertThat(officer.all("/api/v1/contributions/entries?batch=" + batch)).isNotEmpty();

        assertThat(step(officer, path, "take-back", "{}").statusCode()).isEqualTo(422);
        HttpResponse<String> taken = step(officer, path, "take-back", "{\"reason\":\"The wrong file\"}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(Client.read(taken).get("file").get("status").asText()).isEqualTo("TAKEN_BACK");
        assertThat(step(officer, path, "discard", "{}").statusCode()).isEqualTo(409);
        assertThat(step(officer, path, "fly", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasConfirmedIsTakenBackByTwo() throws Exception {
        JsonNode brought = bring(OURS + "2019,Confirmed " + mark + ",Private Sector,Voluntary earmarked,250\n");
        String path = "/api/v1/imports/" + brought.get("file").get("reference").asText();
        assertThat(insisting(path, "enter").statusCode()).isEqualTo(200);
        assertThat(officer.send("POST", path + "/steps/confirm", "{}").statusCode())
                .isEqualTo(403);
        assertThat(treasurer.send("POST", path + "/steps/confirm", "{}").statusCode())
                .isEqualTo(200);
        String reason = "{\"reason\":\"Not ours\"}";
        assertThat(step(officer, path, "take-back", reason).statusCode()).isEqualTo(202);
        assertThat(officer.json(path).get("takingBack"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.get("answerer").asText()).isEqualTo("TREASURER"));
        assertThat(treasurer.send("POST", path + "/steps/decline", reason).statusCode())
                .isEqualTo(200);
        assertThat(officer.json(path).get("takingBack")).isEmpty();
        assertThat(step(officer, path, "take-back", reason).statusCode()).isEqualTo(202);
        assertThat(step(officer, path, "agree-on-receipts", "{}").statusCode()).isEqualTo(403);
        HttpResponse<String> agreed = step(treasurer, path, "agree-on-receipts", "{}");
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
        assertThat(Client.read(agreed).get("file").get("status").asText()).isEqualTo("TAKEN_BACK");
    }

    @Test
    void whatIsLikelyIsAskedAbout() throws Exception {
        String name = "Sakura Works " + mark;
        HttpResponse<String> partner = officer.send(
                "POST",
                "/api/v1/partners",
                "{\"legalName\":\"" + name + " Ltd\",\"sector\":\"PRIVATE_SECTOR\",\"country\":\"JP\"}");
        assertThat(partner.statusCode()).as(partner.body()).isEqualTo(201);
        JsonNode brought = bring(OURS + "2018," + name + " Limited,Private Sector,Other,12\n");
        String path = "/api/v1/imports/" + brought.get("file").get("reference").asText();
        assertThat(brought.get("preview").get("likely")).hasSize(1);
        JsonNode likely = brought.get("preview").get("likely").get(0);
        String donors = "{\"donors\":[{\"name\":" + likely.get("name") + ",\"answer\":" + likely.get("answer") + "}]}";
        String tag = tag(path);
        assertThat(officer.send("PUT", path + "/reading/answers", donors).statusCode())
                .isEqualTo(428);
        HttpResponse<String> other = officer.send(
                "PUT",
                path + "/reading/answers",
                donors.replace(likely.get("answer").asText(), "P-000001"),
                "If-Match",
                tag);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        HttpResponse<String> answered = officer.send("PUT", path + "/reading/answers", donors, "If-Match", tag);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(Client.read(answered).get("preview").get("likely")).isEmpty();
        assertThat(officer.json(path + "/rows")
                        .get("items")
                        .get(0)
                        .get("partner")
                        .asText())
                .isEqualTo(Client.read(partner).get("reference").asText());
        assertThat(step(officer, path, "discard", "{}").statusCode()).isEqualTo(200);
        assertThat(officer.json(path).get("preview").isNull()).isTrue();
        assertThat(officer.json("/api/v1/imports?limit=1").get("items")).hasSize(1);
        assertThat(manager.upload("/api/v1/imports?fileName=a.csv&source=x", OURS.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.upload("/api/v1/imports?fileName=a.csv", OURS.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    private JsonNode bring(String file) throws Exception {
        HttpResponse<String> answer = officer.upload(
                "/api/v1/imports?fileName=figures-" + mark + ".csv&source=Test", file.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.read(answer);
    }

    private String tag(String path) throws Exception {
        return officer.get(path).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> step(Client client, String path, String step, String body) throws Exception {
        return client.send("POST", path + "/steps/" + step, body, "If-Match", tag(path));
    }

    /** Whatever is asked about is so. */
    private HttpResponse<String> insisting(String path, String step) throws Exception {
        HttpResponse<String> first = step(officer, path, step, "{}");
        if (first.statusCode() != 422) {
            return first;
        }
        String codes = Client.read(first).get("warnings").findValuesAsText("code").stream()
                .map(code -> '"' + code + '"')
                .collect(Collectors.joining(","));
        return step(officer, path, step, "{\"despite\":[" + codes + "],\"reason\":\"It is so\"}");
    }
}
