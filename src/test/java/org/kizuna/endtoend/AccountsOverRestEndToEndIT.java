package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program keeps accounts for an administrator, and tokens for whoever it speaks for. */
@ExtendWith(Samples.class)
class AccountsOverRestEndToEndIT {

    private static final String PASSWORD = "quiet-Harbour-91-lantern";

    private final Launched kizuna;
    private final Client admin;
    private final Client officer;
    private final Client auditor;
    private final String mark = Long.toString(System.nanoTime(), 36);

    AccountsOverRestEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
        this.admin = Client.of(kizuna, "admin");
        this.officer = Client.of(kizuna, "officer");
        this.auditor = Client.of(kizuna, "auditor");
    }

    @Test
    void anAccountIsOpenedChangedAndClosed() throws Exception {
        String name = "guest" + mark;
        HttpResponse<String> opened = admin.send("POST", "/api/v1/accounts", account(name));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.body()).doesNotContain(PASSWORD);
        assertThat(journaled("AccountRegister.open")).contains(name).doesNotContain(PASSWORD);
        assertThat(admin.json("/api/v1/accounts?q=" + name + "&role=MANAGER").get("items"))
                .hasSize(1);
        String path = "/api/v1/accounts/" + name;
        Client guest = Client.of(kizuna, name, PASSWORD);
        assertThat(guest.get("/api/v1/me").statusCode())
                .as("the first password is for once")
                .isEqualTo(403);
        String own = "amber-Kettle-58-orchard";
        assertThat(guest.send(
                                "PUT",
                                "/api/v1/me/password",
                                "{\"current\":\"" + PASSWORD + "\",\"password\":\"" + own + "\"}")
                        .statusCode())
                .isEqualTo(204);
        Client changed = Client.of(kizuna, name, own);
        assertThat(changed.json("/api/v1/me").get("roles").toString()).contains("MANAGER");

        HttpResponse<String> read = admin.get(path);
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String auditing = read.body().replace("MANAGER", "AUDITOR");
        assertThat(admin.send("PUT", path, auditing).statusCode()).isEqualTo(428);
        assertThat(admin.send("PUT", path, auditing, "If-Match", "\"99\"").statusCode())
                .isEqualTo(412);
        assertThat(officer.send("PUT", path, auditing, "If-Match", tag).statusCode())
                .isEqualTo(403);
        assertThat(admin.send("PUT", path, auditing.replace("{", "{\"colour\":1,"), "If-Match", tag)
                        .body())
                .contains("colour");
        assertThat(admin.send("PUT", path, auditing.replace("AUDITOR", "KING"), "If-Match", tag)
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.send("PUT", path, auditing, "If-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(changed.json("/api/v1/me").get("roles").toString()).contains("AUDITOR");

        assertThat(officer.send("PUT", path + "/password", "{\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.send("PUT", path + "/password", "{\"password\":\"short\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.send("PUT", path + "/password", "{\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(changed.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(journaled("AccountRegister.setPassword")).contains(name);

        HttpResponse<String> now = admin.get(path);
        HttpResponse<String> closed = admin.send(
                "PUT",
                path,
                now.body().replace("\"active\":true", "\"active\":false"),
                "If-Match",
                now.headers().firstValue("ETag").orElseThrow());
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(Client.of(kizuna, name, PASSWORD).get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void othersAreRefused() throws Exception {
        for (String path : List.of(
                "/api/v1/accounts",
                "/api/v1/accounts/officer",
                "/api/v1/accounts/officer/access/sessions",
                "/api/v1/accounts/officer/access/tokens")) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(admin.get("/api/v1/accounts/nobody" + mark).statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/accounts?role=KING").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/v1/accounts?conflicting=perhaps").statusCode())
                .isEqualTo(400);
        assertThat(officer.send("POST", "/api/v1/accounts", account("own" + mark))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> kept =
                admin.send("POST", "/api/v1/accounts", account("kept" + mark), "Idempotency-Key", "k" + mark);
        assertThat(kept.statusCode()).as("nothing is kept of a password").isEqualTo(400);
        assertThat(admin.get("/api/v1/accounts/kept" + mark).statusCode()).isEqualTo(404);
        HttpResponse<String> self = admin.get("/api/v1/accounts/admin");
        assertThat(admin.send(
                                "PUT",
                                "/api/v1/accounts/admin",
                                self.body().replace("\"active\":true", "\"active\":false"),
                                "If-Match",
                                self.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void tokensAreIssuedAndRevoked() throws Exception {
        String body = "{\"name\":\"Script " + mark + "\",\"expiresOn\":\""
                + LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30) + "\"}";
        HttpResponse<String> issued = officer.send("POST", "/api/v1/me/tokens", body);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        Client script = Client.bearing(kizuna, Client.read(issued).get("token").asText());
        assertThat(script.json("/api/v1/me").get("username").asText()).isEqualTo("officer");
        assertThat(script.send("POST", "/api/v1/me/tokens", body).statusCode())
                .as("a token makes no other")
                .isEqualTo(422);
        JsonNode mine = officer.json("/api/v1/me/tokens").get("items").get(0);
        assertThat(mine.get("name").asText()).isEqualTo("Script " + mark);
        assertThat(mine.toString())
                .doesNotContain(Client.read(issued).get("token").asText());
        long id = mine.get("id").asLong();
        assertThat(admin.json("/api/v1/accounts/officer/access/tokens").toString())
                .contains("Script " + mark);
        assertThat(auditor.send("DELETE", "/api/v1/me/tokens/" + id, null).statusCode())
                .as("another's")
                .isEqualTo(404);
        assertThat(officer.send("POST", "/api/v1/me/tokens", "{}").statusCode()).isEqualTo(422);
        assertThat(officer.send("POST", "/api/v1/me/tokens", body, "Idempotency-Key", "t" + mark)
                        .statusCode())
                .as("a token is kept nowhere")
                .isEqualTo(400);
        assertThat(officer.send("DELETE", "/api/v1/me/tokens/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(script.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(journaled("AccountRegister.revokeToken")).contains("Script " + mark);
        assertThat(officer.get("/api/v1/me/sessions").statusCode()).isEqualTo(200);
        assertThat(officer.send("DELETE", "/api/v1/me/sessions/0", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatOnePrefersIsKept() throws Exception {
        Client treasurer = Client.of(kizuna, "treasurer");
        String path = "/api/v1/me/preferences";
        assertThat(treasurer
                        .send("PUT", path, "{\"language\":\"fr\",\"timeZone\":\"Europe/Vienna\",\"theme\":\"dark\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(treasurer.json(path).get("timeZone").asText()).isEqualTo("Europe/Vienna");
        assertThat(treasurer.send("PUT", path, "{\"language\":\"fr\"}").statusCode())
                .as("left out")
                .isEqualTo(422);
        for (String wrong : List.of("{\"language\":\"tlh\"", "{\"language\":null,\"colour\":1")) {
            assertThat(treasurer
                            .send("PUT", path, wrong + ",\"timeZone\":null,\"theme\":null}")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(treasurer
                        .send("PUT", path, "{\"language\":null,\"timeZone\":null,\"theme\":null}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(treasurer.json(path).get("language").isNull()).isTrue();
    }

    private String journaled(String action) throws Exception {
        return auditor.json("/api/v1/history?limit=2&action=" + action)
                .get("items")
                .toString();
    }

    private static String account(String name) {
        return "{\"username\":\"" + name + "\",\"displayName\":\"A guest\",\"roles\":[\"MANAGER\"],\"password\":\""
                + PASSWORD + "\"}";
    }
}
