package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.verify.KizunaVerify;

/** Somebody who owns the database takes rows out of it, or makes them another's: what is taken home next says so. */
@Tag("long")
@Tag("browser")
class TakenOutEndToEndIT {

    private static final List<String> TABLES = List.of("journal_change_set", "journal_change", "journal_mention");

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
        try (Statement statement = owner.createStatement()) {
            // who owns the tables need not heed what ties them together
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
        }
    }

    @AfterAll
    static void close() throws Exception {
        owner.close();
        kizuna.close();
    }

    @Test
    void whatWasTakenOutOfACooperationIsNamedInItsDossier() throws Exception {
        String ministry = registered("Ministry whose history is cut");
        String agency = registered("Agency beneath it", ministry);
        long set = number("SELECT change_set_id FROM journal_change WHERE reference = '" + agency + "'");
        assertThat(verify(dossier(ministry)).code()).isEqualTo(3);
        whole(ministry, agency);
        keptAside(set);

        changed("DELETE FROM journal_mention WHERE change_set_id = " + set);
        named(ministry, agency, "CHANGE_SET_ALTERED", set);
        changed("DELETE FROM journal_change WHERE change_set_id = " + set);
        named(ministry, agency, "CHANGE_SET_ALTERED", set);
        changed("DELETE FROM journal_change_set WHERE id = " + set);
        named(ministry, agency, "CHANGE_SET_MISSING", set);
        putBack();
        whole(ministry, agency);

        changed("UPDATE journal_mention SET entity_id = entity_id + 1000000 WHERE change_set_id = " + set);
        named(ministry, agency, "CHANGE_SET_ALTERED", set);
        changed("UPDATE journal_mention SET entity_id = entity_id - 1000000 WHERE change_set_id = " + set);
        changed("UPDATE journal_change SET entity_id = entity_id + 1000000 WHERE change_set_id = " + set);
        named(agency, agency, "CHANGE_SET_ALTERED", set);
        changed("UPDATE journal_change SET entity_id = entity_id - 1000000 WHERE change_set_id = " + set);
        whole(ministry, agency);
    }

    private static byte[] dossier(String partner) throws Exception {
        return auditor.bytes("/api/v1/history/dossier?partner=" + partner);
    }

    /** Nothing is found, and what belongs to it is in it. */
    private static void whole(String partner, String beneath) throws Exception {
        byte[] zip = dossier(partner);
        assertThat(new OpenedDossier(zip).text("data/history.csv")).contains(beneath);
        assertThat(new OpenedDossier(zip).text("data/findings.jsonl")).isEmpty();
        assertThat(verify(zip).text()).contains("INTEGRITY ONLY");
    }

    /** It leaves whole, without what was taken out of it, and says so; nobody is told that it holds. */
    private static void named(String partner, String lost, String finding, long set) throws Exception {
        byte[] zip = dossier(partner);
        OpenedDossier dossier = new OpenedDossier(zip);
        assertThat(dossier.text("data/history.csv")).doesNotContain("," + lost + ",");
        assertThat(dossier.lines("data/findings.jsonl"))
                .anyMatch(line -> line.contains(finding) && line.contains("id " + set));
        assertThat(dossier.text("data/report.html")).contains("Found wrong in the journal");
        assertThat(dossier.text("data/check.json")).doesNotContain("\"findings\":0,\"findingsSince\":0,");
        Said refused = verify(zip);
        assertThat(refused.code()).as(refused.text()).isEqualTo(1);
        assertThat(refused.text()).contains("REFUSED").doesNotContain("INTEGRITY ONLY");
    }

    private static void keptAside(long set) throws SQLException {
        for (String table : TABLES) {
            String where = table.equals("journal_change_set") ? "id" : "change_set_id";
            try (Statement statement = owner.createStatement()) {
                statement.executeUpdate("CREATE TEMPORARY TABLE kept_" + table + " AS SELECT * FROM " + table
                        + " WHERE " + where + " = " + set);
            }
        }
    }

    private static void putBack() throws SQLException {
        for (String table : TABLES) {
            changed("INSERT INTO " + table + " SELECT * FROM kept_" + table);
        }
    }

    @Test
    void aDocumentOfOnePartThatWasAlteredIsNotHandedOutAndIsNamed() throws Exception {
        try (Walker walker = new Walker(kizuna)) {
            String path = walker.attached("As it was filed");
            String id = path.replaceFirst(".*id=", "");
            assertThat(walker.get("manager", path).statusCode()).isEqualTo(200);
            alter(id);
            HttpResponse<byte[]> refused = walker.get("manager", path);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("This is not what was attached")
                    .doesNotContain("As it was filed");
            assertThat(walker.ask("manager", "GET", path, "Range", "bytes=3-").statusCode())
                    .isEqualTo(409);
            assertThat(byManager("DocumentRegister.take"))
                    .as("before it was altered")
                    .isEqualTo(1);
            assertThat(byManager("DocumentRegister.refuseAltered")).isEqualTo(2);
            assertThat(auditor.json("/api/v1/history/reports/documents-altered").toString())
                    .contains("\"finding\":\"differs\"", "filed");
            assertThat(new OpenedDossier(auditor.bytes("/api/v1/history/dossier?agreement=SAMPLE-1"))
                            .text("data/findings.jsonl"))
                    .contains("not what was attached");
            alter(id);
            assertThat(walker.get("manager", path).statusCode()).isEqualTo(200);
        }
    }

    /** To the other way round, and back. */
    private static void alter(String document) throws SQLException {
        changed("UPDATE document_chunk SET bytes = REVERSE(bytes) WHERE document_id = " + document);
    }

    private static int byManager(String action) throws Exception {
        return auditor.all("/api/v1/history?actor=manager&action=" + action).size();
    }

    private static String registered(String name) throws Exception {
        return registered(name, "");
    }

    private static String registered(String name, String parent) throws Exception {
        return Client.read(officer.send(
                        "POST",
                        "/api/v1/partners",
                        "{\"legalName\": \"%s\", \"sector\": \"ACADEMIA\", \"country\": \"JP\", \"parent\": \"%s\"}"
                                .formatted(name, parent)))
                .get("reference")
                .asText();
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

    private static Said verify(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("dossier.zip"), zip);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = KizunaVerify.run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    /** What the verifier said, and its exit code. */
    private record Said(int code, String text) {}
}
