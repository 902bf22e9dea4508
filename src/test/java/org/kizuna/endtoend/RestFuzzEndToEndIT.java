package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent to REST, the answer is the sender's fault or none. Driven by the description that REST gives of itself. */
@ExtendWith(Samples.class)
@Tag("long")
class RestFuzzEndToEndIT {

    private static final long SEED = 20_261_130;
    private static final List<String> ROLES =
            List.of("officer", "approver", "treasurer", "manager", "auditor", "admin");
    private static final List<String> REFERENCES = List.of("P-000080", "P-999999", "KZ-2021-000001", "1", "0");

    private final Launched kizuna;
    private final Client officer;
    private final Hostile hostile = new Hostile(SEED);
    private final SoftAssertions all = new SoftAssertions();
    private int requests;

    RestFuzzEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
        this.officer = Client.of(kizuna, "officer");
    }

    @Test
    void everyOperationAnswersEveryRoleWithoutAFault() throws Exception {
        JsonNode paths = officer.json("/openapi").get("paths");
        for (Map.Entry<String, JsonNode> path : members(paths)) {
            for (Map.Entry<String, JsonNode> operation : members(path.getValue())) {
                for (String role : ROLES) {
                    call(
                            Client.of(kizuna, role),
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path,
                            operation);
                }
            }
        }
        Hostile.assertMany(requests, 300);
        all.assertAll();
    }

    private void call(
            Client client, String method, Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation)
            throws Exception {
        List<String> names = new ArrayList<>();
        operation.getValue().path("parameters").forEach(parameter -> {
            if ("query".equals(parameter.path("in").asText())) {
                names.add(parameter.get("name").asText());
            }
        });
        for (int turn = 0; turn < 2; turn++) {
            StringBuilder address = new StringBuilder(path.getKey());
            for (int open = address.indexOf("{"); open >= 0; open = address.indexOf("{")) {
                String text = hostile.now(0.5) ? hostile.any(REFERENCES) : hostile.text();
                address.replace(open, address.indexOf("}") + 1, text.isEmpty() ? "x" : text.replace(" ", "%20"));
            }
            char separator = '?';
            for (String name : names) {
                if (hostile.now(0.3)) {
                    address.append(separator)
                            .append(name)
                            .append('=')
                            .append(hostile.text().replace(" ", "+"));
                    separator = '&';
                }
            }
            if (operation.getValue().at("/requestBody/content").has("application/octet-stream")) {
                requests++;
                Hostile.assertNoFault(
                        all,
                        address.toString(),
                        client.upload(address.toString(), hostile.text().getBytes(StandardCharsets.UTF_8)));
            }
            String body = "GET".equals(method) ? null : "{\"id\": " + hostile.any(Hostile.json()) + "}";
            check(
                    client,
                    method,
                    address.toString(),
                    body,
                    "If-Match",
                    hostile.any(List.of("\"1\"", "W/\"1\"", "*", "x")));
        }
    }

    /** Every member of every kind of record replaced by everything that it is not. */
    @Test
    void everyMemberOfABodyIsRefusedOrTaken() throws Exception {
        for (String list : List.of("partners", "agreements", "events")) {
            String path = "/api/v1/" + list + "/"
                    + officer.json("/api/v1/" + list + "?limit=1")
                            .get("items")
                            .get(0)
                            .get("reference")
                            .asText();
            HttpResponse<String> read = officer.get(path);
            ObjectNode record = (ObjectNode) Client.read(read);
            String tag = read.headers().firstValue("ETag").orElseThrow();
            for (Map.Entry<String, JsonNode> member : members(record)) {
                for (String value : Hostile.json()) {
                    if (hostile.now(0.5)) {
                        ObjectNode bent = record.deepCopy();
                        bent.remove(member.getKey());
                        String text = bent.toString();
                        String body = "{\"" + member.getKey() + "\": " + value + (bent.isEmpty() ? "" : ", ")
                                + text.substring(1);
                        check(officer, "PUT", path, body, "If-Match", tag);
                    }
                }
                if (member.getValue().isArray() && !member.getValue().isEmpty()) {
                    bendRows(path, tag, record, member);
                }
            }
        }
        Hostile.assertMany(requests, 300);
        all.assertAll();
    }

    private void bendRows(String path, String tag, ObjectNode record, Map.Entry<String, JsonNode> member)
            throws Exception {
        for (Map.Entry<String, JsonNode> inner : members(member.getValue().get(0))) {
            for (String value : Hostile.json()) {
                if (hostile.now(0.3)) {
                    ObjectNode bent = record.deepCopy();
                    bent.remove(member.getKey());
                    String row = "{\"" + inner.getKey() + "\": " + value + "}";
                    check(
                            officer,
                            "PUT",
                            path,
                            "{\"" + member.getKey() + "\": [" + row + "], "
                                    + bent.toString().substring(1),
                            "If-Match",
                            tag);
                }
            }
        }
    }

    @Test
    void refusesWhatTwoReadersCouldReadDifferently() throws Exception {
        String good = "{\"legalName\": \"Twice Read\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}";
        Map<String, Integer> bodies = Map.of(
                good + " {}",
                400,
                good + "x",
                400,
                good.replace("{", "{\"country\": \"FR\", "),
                400,
                good.replace("Read", "\\ud83d"),
                400,
                good.replace("}", ", \"organisationType\": \"99\"}"),
                422,
                "[" + good + "]",
                400,
                good.replace("}", ", \"note\": " + "[".repeat(500) + "]".repeat(500) + "}"),
                400,
                good.replace("}", ", \"names\": [" + "{},".repeat(200) + "{}]}"),
                422,
                good.replace("Twice", "x".repeat(1 << 20)),
                413);
        for (Map.Entry<String, Integer> body : bodies.entrySet()) {
            HttpResponse<String> answer = officer.send("POST", "/api/v1/partners", body.getKey());
            all.assertThat(answer.statusCode()).as("%.100s", body.getKey()).isEqualTo(body.getValue());
        }
        all.assertThat(field(
                        officer.send("POST", "/api/v1/partners", good.replace("}", ", \"organisationType\": \"99\"}"))))
                .isEqualTo("organisationType");
        all.assertThat(officer.sendBytes(
                                "POST", "/api/v1/partners", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})
                        .statusCode())
                .isEqualTo(400);
        all.assertThat(field(officer.get("/api/v1/dashboard/donors?standingAt=2020-01-01")))
                .isEqualTo("standingAt");
        all.assertThat(officer.get("/api/v1/partners?limit=1&limit=2").statusCode())
                .isEqualTo(400);
        all.assertAll();
    }

    @Test
    void takesJsonFromItsOwnSiteAlone() throws Exception {
        String good = "{\"legalName\": \"From Elsewhere\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}";
        List<List<String>> refused = List.of(
                List.of("403", "Origin", "https://elsewhere.example"),
                List.of("403", "Origin", "null"),
                List.of("403", "Sec-Fetch-Site", "cross-site"),
                List.of("403", "Sec-Fetch-Site", "same-site"),
                List.of("415", "Content-Type", "text/plain"),
                List.of("415", "Content-Type", "application/x-www-form-urlencoded"),
                List.of("415", "Content-Type", "multipart/form-data; boundary=x"),
                List.of("415", "Content-Type", "application/json; charset=bogus"),
                List.of("415", "Content-Type", "application/json; charset=utf-16"),
                List.of("415", "Content-Encoding", "gzip"));
        for (List<String> one : refused) {
            HttpResponse<String> answer = officer.send("POST", "/api/v1/partners", good, one.get(1), one.get(2));
            all.assertThat(answer.statusCode()).as("%s", one).isEqualTo(Integer.parseInt(one.get(0)));
            Hostile.assertNoFault(all, one.toString(), answer);
        }
        HttpResponse<String> own = officer.send(
                "POST",
                "/api/v1/partners",
                "{}",
                "Origin",
                kizuna.address().toString(),
                "Sec-Fetch-Site",
                "same-origin");
        all.assertThat(own.statusCode()).isEqualTo(422);
        all.assertAll();
    }

    @Test
    void matchesNoWeakTag() throws Exception {
        HttpResponse<String> created = officer.send(
                "POST",
                "/api/v1/partners",
                "{\"legalName\": \"Weakly %d\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}"
                        .formatted(System.nanoTime()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path =
                "/api/v1/partners/" + Client.read(created).get("reference").asText();
        String tag = created.headers().firstValue("ETag").orElseThrow();
        assertThat(officer.send("PUT", path, created.body(), "If-Match", "W/" + tag)
                        .statusCode())
                .isEqualTo(412);
    }

    private void check(
            Client client,
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            String... headers)
            throws Exception {
        requests++;
        Hostile.assertNoFault(all, method + " " + path + " " + body, client.send(method, path, body, headers));
    }

    private static String field(HttpResponse<String> refusal) throws Exception {
        return Client.read(refusal).path("field").asText();
    }

    private static List<Map.Entry<String, JsonNode>> members(JsonNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> each = object.fields(); each.hasNext(); ) {
            members.add(each.next());
        }
        return members;
    }
}
