package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.launch.BenchDatabase;

/** A journal that was divided is the same journal. */
class PartitionedJournalEndToEndIT {

    private static final List<String> DIVIDED = List.of("journal_change_set", "journal_change", "journal_mention");
    private static final String JAPAN = "/api/v1/history/dossier?partner=P-000080";
    private static final Pattern END = Pattern.compile(";\\s*\\n");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void dividedTwiceItIsReadProvedAuditedAndAppendedTo() throws Exception {
        try (BenchDatabase database = BenchDatabase.empty(folder.resolve("db"));
                Connection owner = database.connect()) {
            List<JsonNode> history;
            JsonNode head;
            try (Launched kizuna = Launched.ready(folder.resolve("server"), database.environment())) {
                Client auditor = Client.of(kizuna, "auditor");
                head = sealed(auditor, 1);
                history = auditor.all("/api/v1/history?kind=Partner&reference=P-000080");
            }
            divide(owner, moment(owner, 3));
            divide(owner, moment(owner, 2));
            for (String table : DIVIDED) {
                assertThat(parts(owner, table)).as(table).hasSize(3).allMatch(rows -> rows > 0);
            }
            try (Launched kizuna = Launched.ready(folder.resolve("server"), database.environment())) {
                Client auditor = Client.of(kizuna, "auditor");
                assertThat(auditor.all("/api/v1/history?kind=Partner&reference=P-000080"))
                        .isEqualTo(history);
                write(Client.of(kizuna, "officer"));
                JsonNode later = sealed(auditor, head.get("size").asLong() + 1);
                provesBothSides(auditor, owner);
                assertThat(auditor.get("/api/v1/history/proof/consistency?from="
                                        + head.get("size").asLong() + "&to="
                                        + later.get("size").asLong())
                                .statusCode())
                        .isEqualTo(200);
                dossierHolds(auditor);
                assertThat(audited(auditor).get("findingCount").asLong()).isZero();
            }
        }
    }

    /** So that there is about one part of so many before it and the rest after it. */
    private static String moment(Connection owner, int part) throws SQLException {
        return text(
                owner,
                "SELECT recorded_at FROM journal_change_set WHERE id >= (SELECT MAX(id) FROM journal_change_set) / "
                        + part + " ORDER BY id LIMIT 1");
    }

    private static void divide(Connection owner, String moment) throws Exception {
        String script = Files.readString(
                Path.of(System.getProperty("kizuna.home"), "deploy", "partition-journal.sql"), StandardCharsets.UTF_8);
        try (Statement statement = owner.createStatement()) {
            statement.execute("SET @moment = '" + moment + "'");
            for (String sql : END.splitAsStream(script.replaceAll("(?m)^--.*$", ""))
                    .filter(text -> !text.isBlank())
                    .toList()) {
                statement.execute(sql);
            }
        }
    }

    private static List<Long> parts(Connection owner, String table) throws SQLException {
        List<Long> rows = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet name = statement.executeQuery("SELECT partition_name FROM information_schema.partitions WHERE"
                        + " table_schema = DATABASE() AND table_name = '" + table
                        + "' ORDER BY partition_ordinal_position")) {
            while (name.next()) {
                rows.add(Long.valueOf(
                        text(owner, "SELECT COUNT(*) FROM " + table + " PARTITION (" + name.getString(1) + ")")));
            }
        }
        return rows;
    }

    private static String text(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void write(Client officer) throws Exception {
        assertThat(officer.send(
                                "POST",
                                "/api/v1/partners",
                                "{\"legalName\":\"After the boundary\",\"sector\":\"ACADEMIA\",\"country\":\"JP\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static void provesBothSides(Client auditor, Connection owner) throws Exception {
        for (String which : List.of("MIN", "MAX")) {
            String change = text(owner, "SELECT " + which + "(change_set_id) FROM journal_leaf");
            assertThat(auditor.get("/api/v1/history/proof/inclusion?change=" + change)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void dossierHolds(Client auditor) throws Exception {
        Path file = Files.write(folder.resolve("japan.zip"), auditor.bytes(JAPAN));
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of(System.getProperty("kizuna.home"), "target", "kizuna-verify.jar")
                                .toString(),
                        file.toString(),
                        "--key",
                        auditor.json("/api/v1/history/heads?limit=1")
                                .get("items")
                                .get(0)
                                .get("keyId")
                                .asText())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(said).isZero();
    }

    /** The newest head, when it is as large as that. */
    private static JsonNode sealed(Client auditor, long size) throws Exception {
        return awaited(() -> {
            JsonNode heads = auditor.json("/api/v1/history/heads?limit=1").get("items");
            return heads.isEmpty() || heads.get(0).get("size").asLong() < size ? null : heads.get(0);
        });
    }

    private static JsonNode audited(Client auditor) throws Exception {
        var begun = auditor.send("POST", "/api/v1/history/audits", null);
        assertThat(begun.statusCode()).isEqualTo(202);
        long id = Client.read(begun).get("id").asLong();
        return awaited(() -> {
            JsonNode run = auditor.json("/api/v1/history/audits/" + id);
            return run.get("running").asBoolean() ? null : run;
        });
    }

    private static JsonNode awaited(Awaited question) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode answer = question.ask();
            if (answer != null) {
                return answer;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("not within " + PATIENCE);
    }

    /** Null as long as there is no answer. */
    private interface Awaited {
        @org.jspecify.annotations.Nullable
        JsonNode ask() throws Exception;
    }
}
