package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program attaches files to records, takes them and withdraws them. */
@ExtendWith(Samples.class)
class DocumentsOverRestEndToEndIT {

    private static final byte[] TEXT = "Minutes of the meeting.\n".getBytes(StandardCharsets.UTF_8);

    private final Client officer;
    private final Client manager;
    private final Client auditor;
    private final String mark = Long.toString(System.nanoTime(), 36);

    private String partner = "";

    DocumentsOverRestEndToEndIT(Launched kizuna) {
        this.officer = Client.of(kizuna, "officer");
        this.manager = Client.of(kizuna, "manager");
        this.auditor = Client.of(kizuna, "auditor");
    }

    @BeforeEach
    void aPartner() throws Exception {
        HttpResponse<String> answer = officer.send(
                "POST",
                "/api/v1/partners",
                "{\"legalName\":\"Files " + mark + "\",\"sector\":\"PRIVATE_SECTOR\",\"country\":\"JP\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        partner = Client.read(answer).get("reference").asText();
    }

    @Test
    void aFileIsAttachedTakenAndWithdrawn() throws Exception {
        HttpResponse<String> attached = officer.upload(to(partner, "minutes.txt") + "&title=Minutes", TEXT);
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(201);
        JsonNode document = Client.read(attached);
        assertThat(document.get("title").asText()).isEqualTo("Minutes");
        assertThat(document.get("fileName").asText()).isEqualTo("minutes.txt");
        assertThat(document.get("reference").asText()).isEqualTo(partner);
        String path = "/api/v1/documents/" + document.get("id").asLong();
        assertThat(journaled("DocumentRegister.attach").get("channel").asText()).isEqualTo("REST");
        assertThat(officer.json(list(partner)).get("items")).singleElement().isEqualTo(officer.json(path));

        HttpResponse<String> file = manager.get(path + "/file");
        assertThat(file.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(file.headers().firstValue("X-Content-SHA-256"))
                .hasValue(document.get("sha256").asText());
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("minutes.txt");
        JsonNode taken = journaled("DocumentRegister.take");
        assertThat(taken.get("actor").asText()).isEqualTo("manager");
        HttpResponse<String> part = manager.get(path + "/file", "Range", "bytes=0-6");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("Minutes");
        assertThat(manager.get(path + "/file", "Range", "bytes=999-").statusCode())
                .isEqualTo(416);

        String withdraw = path + "/steps/withdraw";
        String tag = officer.get(path).headers().firstValue("ETag").orElseThrow();
        String reason = "{\"reason\":\"Wrong file\"}";
        assertThat(officer.send("POST", withdraw, reason).statusCode()).isEqualTo(428);
        assertThat(officer.send("POST", withdraw, reason, "If-Match", "\"99\"").statusCode())
                .isEqualTo(412);
        assertThat(manager.send("POST", withdraw, reason, "If-Match", tag).statusCode())
                .isEqualTo(403);
        assertThat(officer.send("POST", withdraw, "{}", "If-Match", tag).statusCode())
                .isEqualTo(422);
        assertThat(officer.send("POST", withdraw, "{\"why\":\"x\"}", "If-Match", tag)
                        .body())
                .contains("why");
        HttpResponse<String> withdrawn = officer.send("POST", withdraw, reason, "If-Match", tag);
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(journaled("DocumentRegister.withdraw").get("reason").asText())
                .isEqualTo("Wrong file");
        assertThat(manager.get(path + "/file").statusCode()).isEqualTo(410);
        assertThat(officer.json(list(partner)).get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("withdrawn").asBoolean()).isTrue());
        String now = withdrawn.headers().firstValue("ETag").orElseThrow();
        assertThat(officer.send("POST", withdraw, reason, "If-Match", now).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatMayNotBeAttachedIsRefusedByItsReason() throws Exception {
        assertThat(manager.upload(to(partner, "minutes.txt"), TEXT).statusCode())
                .isEqualTo(403);
        assertThat(officer.upload(to("P-999999", "minutes.txt"), TEXT).statusCode())
                .isEqualTo(404);
        assertThat(officer.upload("/api/v1/documents?kind=Colour&reference=P-1&fileName=a.txt", TEXT)
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> nameless = officer.upload("/api/v1/documents?kind=Partner&reference=" + partner, TEXT);
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(Client.read(nameless).get("field").asText()).isEqualTo("fileName");
        HttpResponse<String> misnamed = officer.upload(to(partner, "minutes.pdf"), TEXT);
        assertThat(misnamed.statusCode()).isEqualTo(422);
        assertThat(Client.read(misnamed).get("field").asText()).isEqualTo("file");
        assertThat(officer.upload(to(partner, "nothing.txt"), new byte[0]).statusCode())
                .isEqualTo(422);
        HttpResponse<String> large = officer.upload(to(partner, "large.txt"), new byte[26 << 20]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(officer.send("POST", to(partner, "minutes.txt"), "{}").statusCode())
                .isEqualTo(415);
        assertThat(officer.upload("/api/v1/partners", TEXT).statusCode()).isEqualTo(415);
        assertThat(officer.json(list(partner)).get("items")).isEmpty();
        assertThat(officer.get("/api/v1/documents").statusCode()).isEqualTo(400);
        assertThat(officer.get("/api/v1/documents/0").statusCode()).isEqualTo(404);
        assertThat(officer.get("/api/v1/documents/x/file").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatIsSentTwiceUnderOneKeyIsKeptOnce() throws Exception {
        String path = to(partner, "once.txt");
        HttpResponse<String> first = officer.upload(path, TEXT, "Idempotency-Key", "file-" + mark);
        HttpResponse<String> second = officer.upload(path, TEXT, "Idempotency-Key", "file-" + mark);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(officer.json(list(partner)).get("items")).hasSize(1);
        assertThat(officer.upload(to(partner, "other.txt"), TEXT, "Idempotency-Key", "file-" + mark)
                        .statusCode())
                .isEqualTo(422);
    }

    private JsonNode journaled(String action) throws Exception {
        return auditor.json("/api/v1/history?limit=1&action=" + action)
                .get("items")
                .get(0);
    }

    private static String list(String reference) {
        return "/api/v1/documents?kind=Partner&reference=" + reference;
    }

    private static String to(String reference, String name) {
        return list(reference) + "&fileName=" + name;
    }
}
