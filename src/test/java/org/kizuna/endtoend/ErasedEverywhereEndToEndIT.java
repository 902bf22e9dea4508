package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once a person is erased, their name is nowhere: not in a table, a log, a file, an export, a dossier or the search. */
class ErasedEverywhereEndToEndIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NAME = "Umekoerased";
    private static final String MAIL = "umekoerased@example.org";

    @TempDir
    private Path data;

    @Test
    void nothingOfAnErasedPersonIsLeft() throws Exception {
        try (Launched kizuna = Launched.begin(Launched.freePort(), data.resolve("kizuna"), Map.of())) {
            assertThat(kizuna.becomesReady()).as(kizuna.output()).isTrue();
            Client officer = Client.of(kizuna, "officer");
            Client auditor = Client.of(kizuna, "auditor");
            Client admin = Client.of(kizuna, "admin");
            JsonNode partner = Client.read(officer.send("POST", "/api/v1/partners", """
                    {"legalName": "A company with a contact", "sector": "PRIVATE_SECTOR", "country": "JP", "contacts": [
                      {"name": "%s", "jobTitle": "Director", "email": "%s", "phone": "+81 3 1234"}]}
                    """.formatted(NAME, MAIL)));
            String reference = partner.get("reference").asText();
            try (Connection owner = OwnersDatabase.of(kizuna, data.resolve("kizuna"))) {
                long id = bendContacts(owner, reference, "Director", "Bent");
                JsonNode run = audited(auditor);
                assertThat(run.get("findings").toString()).contains("contacts").doesNotContain(NAME, MAIL);
                bendContacts(owner, reference, "Bent", "Director");
                draft(owner);
                assertThat(places(owner))
                        .as("before")
                        .contains("draft content", "journal_personal value", "partner_contact name");
                assertThat(admin.send("POST", "/api/v1/history/persons/erasures", """
                        {"persons": [{"kind": "Partner", "id": %d, "person": "%s"}], "reason": "Asked for by letter"}
                        """.formatted(id, NAME))
                                .statusCode())
                        .isBetween(200, 299);
                assertThat(places(owner)).as("in the database").isEmpty();
                audited(auditor);
                assertThat(places(owner))
                        .as("in the database, after another look")
                        .isEmpty();
            }
            for (String answer : List.of(
                    "/api/v1/partners/" + reference,
                    "/api/v1/history?kind=Partner&reference=" + reference,
                    "/api/v1/history/export?partner=" + reference,
                    "/api/v1/partners?q=" + NAME)) {
                assertThat(new String(auditor.bytes(answer), StandardCharsets.UTF_8))
                        .as(answer)
                        .doesNotContain(NAME + "\"", MAIL);
            }
            OpenedDossier dossier = new OpenedDossier(auditor.bytes("/api/v1/history/dossier?partner=" + reference));
            for (String file : dossier.names()) {
                assertThat(new String(dossier.bytes(file), StandardCharsets.UTF_8))
                        .as(file)
                        .doesNotContain(NAME, MAIL);
            }
        }
        assertThat(files()).isEmpty();
    }

    private static long bendContacts(Connection owner, String reference, String from, String to) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE partner_contact c JOIN partner p ON p.id = c.partner_id SET"
                            + " c.job_title = '" + to + "' WHERE p.reference = '" + reference + "' AND c.job_title = '"
                            + from + "'"))
                    .isEqualTo(1);
            try (ResultSet row =
                    statement.executeQuery("SELECT id FROM partner WHERE reference = '" + reference + "'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What somebody typed of the person and has not saved. */
    private static void draft(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO draft (account_id, address, record_kind, record_reference,"
                            + " title, content, saved_at) SELECT id, '/partner/edit', NULL, NULL, 'New partner',"
                            + " '{\"contact\":\"" + NAME
                            + "\"}', UTC_TIMESTAMP(6) FROM account WHERE username = 'officer'"))
                    .isEqualTo(1);
        }
    }

    private static JsonNode audited(Client auditor) throws Exception {
        JsonNode begun = Client.read(auditor.send("POST", "/api/v1/history/audits", ""));
        String address = "/api/v1/history/audits/" + begun.get("id").asText();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode run = auditor.json(address);
            if (!run.get("endedAt").isNull()) {
                return run;
            }
        }
        throw new AssertionError("No end of the self-audit after " + PATIENCE);
    }

    /** Every table and column in which something of the person stands. */
    private static List<String> places(Connection owner) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement query = owner.createStatement();
                ResultSet row = query.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'kizuna' AND data_type IN ('varchar', 'char', 'text', 'mediumtext',"
                        + " 'longtext', 'json', 'blob', 'mediumblob', 'longblob', 'varbinary')")) {
            while (row.next()) {
                columns.add(row.getString(1) + " " + row.getString(2));
            }
        }
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.split(" ", 2);
            try (Statement query = owner.createStatement();
                    ResultSet row = query.executeQuery("SELECT COUNT(*) FROM `" + words[0] + "` WHERE LOWER(CONVERT(`"
                            + words[1] + "` USING utf8mb4)) LIKE '%umekoerased%'")) {
                row.next();
                if (row.getLong(1) > 0) {
                    found.add(column);
                }
            }
        }
        return found;
    }

    /** Files outside the database's own, which overwrites what was deleted in its time. */
    private List<String> files() throws IOException {
        Path folder = data.resolve("kizuna");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("database"))
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(NAME) || text.contains(MAIL)) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }
}
