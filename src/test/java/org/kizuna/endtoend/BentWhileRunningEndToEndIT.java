package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.verify.KizunaVerify;

/** Somebody writes to the tables while the server runs: sealing goes on as long as it may, and nobody is left untold. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BentWhileRunningEndToEndIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CUT = "The database is older than what this server sealed last";

    @TempDir
    private static Path folder;

    private static Launched kizuna;
    private static Client officer;
    private static Client auditor;
    private static Connection owner;

    @BeforeAll
    static void launch() throws Exception {
        kizuna = Launched.ready(folder.resolve("data"));
        officer = Client.of(kizuna, "officer");
        auditor = Client.of(kizuna, "auditor");
        owner = OwnersDatabase.of(kizuna, folder.resolve("data"));
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        kizuna.close();
    }

    @Test
    @Order(1)
    void whatIsBackDatedIsRefusedByTheHeadThatWasKept() throws Exception {
        String partner = registered("Back-dated afterwards");
        byte[] before = auditor.bytes("/api/v1/history/dossier?partner=" + partner);
        Path head = Files.writeString(folder.resolve("kept.json"), new OpenedDossier(before).text("data/head.json"));
        assertThat(verify(before, "--head", head.toString()).code()).isZero();
        written(partner, "'2021-03-04 05:06:07'", "UPDATE");
        Said refused = verify(auditor.bytes("/api/v1/history/dossier?partner=" + partner), "--head", head.toString());
        assertThat(refused.code()).as(refused.text()).isEqualTo(1);
        assertThat(refused.text())
                .contains("allowing 300 seconds for the longest transaction", "recorded at 2021-03-04T05:06:07Z");
        assertThat(health().get("status").asText()).isEqualTo("UP");
    }

    @Test
    @Order(2)
    void whatCannotBeReadIsSealedAndLeavesWithTheDossierAsItIs() throws Exception {
        String partner = registered("Poisoned");
        long poison = written(partner, "UTC_TIMESTAMP(6)", "POISON");
        registered("After the poison");
        byte[] zip = auditor.bytes("/api/v1/history/dossier?partner=" + partner);
        OpenedDossier dossier = new OpenedDossier(zip);
        assertThat(dossier.lines("data/history.jsonl"))
                .anyMatch(line -> line.startsWith("{\"id\":" + poison + ",\"raw\":{") && line.contains("POISON"));
        assertThat(dossier.text("data/findings.jsonl")).contains("UNREADABLE", "id " + poison);
        assertThat(verify(zip).code()).isEqualTo(1);
        assertThat(auditor.get("/api/v1/history?kind=Partner&reference=" + partner)
                        .statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/api/v1/history/export?partner=" + partner).statusCode())
                .isEqualTo(200);
        JsonNode sealing = health();
        assertThat(sealing.get("status").asText()).as(sealing.toString()).isEqualTo("UP");
        assertThat(data(sealing).get("sealedThoughOdd").asLong()).isPositive();
        assertThat(data(sealing).get("oldestUnsealedSeconds").asLong()).isLessThan(60);
        assertThat(text("auditor", "/")).contains("Change sets that were sealed although something is wrong");
    }

    @Test
    @Order(3)
    void whatIsRecordedByAClockThatRunsBehindHasTheTimeOfTheNewestSeal() throws Exception {
        registered("Sealed in time");
        auditor.bytes("/api/v1/history/dossier?event=EV-000002");
        changed("UPDATE journal_head SET sealed_at = sealed_at + INTERVAL 10 MINUTE ORDER BY tree_size DESC LIMIT 1");
        JsonNode sealing =
                awaited(found -> data(found).get("clockBehindSeconds").asLong() > 0);
        assertThat(sealing.get("status").asText()).isEqualTo("DOWN");
        String partner = registered("Recorded meanwhile");
        assertThat(number("SELECT COUNT(*) FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id"
                        + " WHERE c.reference = '" + partner
                        + "' AND s.recorded_at > UTC_TIMESTAMP() + INTERVAL 5 MINUTE"))
                .isPositive();
        assertThat(number("SELECT COUNT(*) FROM journal_change_set WHERE action = 'Sealer.clockBehind'"))
                .isEqualTo(1);
        assertThat(text("auditor", "/")).contains("This server’s clock is");
    }

    @Test
    @Order(4)
    void aDatabaseThatWasSetBackIsWorkedWithAndNotSealed() throws Exception {
        registered("Sealed, and then lost");
        auditor.bytes("/api/v1/history/dossier?event=EV-000002");
        setBack();
        JsonNode sealing = awaited(found -> data(found).get("behindKeptHead").asBoolean());
        assertThat(sealing.get("status").asText()).isEqualTo("DOWN");
        assertThat(Client.anonymous(kizuna).json("/health/ready").get("status").asText())
                .isEqualTo("UP");
        String partner = registered("Registered all the same");
        assertThat(officer.get("/api/v1/partners/" + partner).statusCode()).isEqualTo(200);
        byte[] zip = auditor.bytes("/api/v1/history/dossier?event=EV-000002");
        assertThat(new OpenedDossier(zip).text("data/findings.jsonl")).contains("HEAD_FALSE");
        assertThat(verify(zip).code()).isEqualTo(1);
        assertThat(text("auditor", "/partner/list")).contains(CUT);
        assertThat(text("admin", "/")).contains(CUT);
        assertThat(text("officer", "/")).doesNotContain(CUT);
    }

    private static String text(String account, String address) throws IOException {
        try (Browser browser = new Browser(kizuna)) {
            return browser.signIn(account).open(address).text();
        }
    }

    private static String registered(String name) throws Exception {
        return Client.read(officer.send(
                        "POST",
                        "/api/v1/partners",
                        "{\"legalName\": \"%s\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}".formatted(name)))
                .get("reference")
                .asText();
    }

    /** What the application's account can write of a partner: one change set. */
    private static long written(String partner, String recordedAt, String operation) throws SQLException {
        changed("INSERT INTO journal_change_set (recorded_at, actor, actor_role, channel, action, change_count)"
                + " VALUES (" + recordedAt + ", 'treasurer', 'TREASURER', 'PAGE', 'PartnerRegister.change', 1)");
        long id = number("SELECT LAST_INSERT_ID()");
        changed("INSERT INTO journal_change (change_set_id, position, entity, entity_id, reference, operation,"
                + " version, before_values, after_values) SELECT " + id + ", 0, 'Partner', p.id, p.reference, '"
                + operation + "', p.version, '{}', '{}' FROM partner p WHERE p.reference = '" + partner + "'");
        return id;
    }

    /** As if an older copy of the database had been put in its place: the newest seals are not there. */
    private static void setBack() throws SQLException {
        changed("DELETE FROM journal_head ORDER BY tree_size DESC LIMIT 1");
        long size = number("SELECT MAX(tree_size) FROM journal_head");
        changed("DELETE FROM journal_leaf WHERE leaf_index >= " + size);
        try (Statement statement = owner.createStatement()) {
            // there may be none: not each leaf completes one
            statement.executeUpdate("DELETE FROM journal_subtree WHERE (subtree_index + 1) * POW(2, level) > " + size);
        }
    }

    private static void changed(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static long number(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static JsonNode health() throws Exception {
        return Client.read(Client.anonymous(kizuna).get("/health/sealing"));
    }

    private static JsonNode data(JsonNode health) {
        return health.get("checks").get(0).get("data");
    }

    private static JsonNode awaited(Predicate<JsonNode> wanted) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode found = health();
            if (wanted.test(found)) {
                return found;
            }
        }
        throw new AssertionError("Not so after " + PATIENCE + ": " + health());
    }

    private static Said verify(byte[] zip, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(Files.write(folder.resolve("dossier.zip"), zip).toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = KizunaVerify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    /** What the verifier said, and its exit code. */
    private record Said(int code, String text) {}
}
