package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What the auditor is there for: to take the history of a cooperation home, and to find out who bent it. */
@Tag("browser")
class AuditStoryEndToEndIT {

    @TempDir
    private Path folder;

    @Test
    void anAuditorTakesTheJapanCooperationHomeAndFindsForgeries() throws Exception {
        Path dossier = folder.resolve("japan.zip");
        try (Launched kizuna = Launched.ready(folder.resolve("data"))) {
            try (Browser browser = new Browser(kizuna)) {
                browser.signIn("auditor");
                takeHome(browser, dossier);
                assertSelfAuditNamesTheRow(browser, kizuna);
            }
            kizuna.stop();
        }
        assertThat(verify(dossier).code).as("without the published key").isEqualTo(3);
        String key = new ObjectMapper()
                .readTree(new OpenedDossier(Files.readAllBytes(dossier)).text("data/head.json"))
                .get("keyId")
                .asText();
        Said accepted = verify(dossier, "--key", key);
        assertThat(accepted.code).as(accepted.text).isZero();
        assertThat(accepted.text).contains("The dossier holds.");
        assertForgeryIsFound(dossier);
    }

    private static void takeHome(Browser browser, Path dossier) throws IOException {
        browser.open("/history/export");
        assertThat(browser.text())
                .contains("Newest seal", "Sent outside", "No place outside gets the heads", "KIZUNA_PUBLISH_URL");
        browser.pick("partner", "P-000080").choose("format", "dossier").click(By.id("form:export"));
        Path downloaded = browser.downloaded();
        assertThat(downloaded.getFileName().toString()).matches("kizuna-dossier-.*\\.zip");
        Files.copy(downloaded, dossier);
        assertThat(new OpenedDossier(Files.readAllBytes(dossier)).text("data/history.jsonl"))
                .contains("Japan", "PARTNERING FOR ISID: Opening Session");
    }

    /** Somebody changes a row behind the application's back. */
    private void assertSelfAuditNamesTheRow(Browser browser, Launched kizuna) throws Exception {
        try (Connection connection = OwnersDatabase.of(kizuna, folder.resolve("data"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE partner SET legal_name = 'Government of Elsewhere' WHERE reference = 'P-000080'"))
                    .isEqualTo(1);
        }
        browser.open("/history/audit").click(By.id("begin:now"));
        browser.until(driver -> browser.text().contains("Government of Elsewhere") ? true : null);
        assertThat(browser.all("#look td")).anyMatch(cell -> cell.getText().contains("P-000080"));
    }

    /** One value of one line is another; all checksums are made true again, and signed with a key of the forger's own. */
    private void assertForgeryIsFound(Path dossier) throws Exception {
        OpenedDossier forged = new OpenedDossier(Files.readAllBytes(dossier));
        List<String> lines = new ArrayList<>(forged.lines("data/history.jsonl"));
        int line = 0;
        while (!lines.get(line).contains("PARTNERING FOR ISID: Opening Session")
                || !lines.get(line).startsWith("{\"after\"")) {
            line++;
        }
        lines.set(line, lines.get(line).replace("Opening Session", "Closing Session"));
        forged.putLines("data/history.jsonl", lines);
        KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        forged.cover(own);
        Said half = verify(forged.save(folder.resolve("forged.zip")));
        assertThat(half.code).as(half.text).isEqualTo(1);
        assertThat(half.text).contains("REFUSED", "data/head.json: signed with another key");

        signHeadAnew(forged, own);
        Said whole = verify(forged.save(folder.resolve("forged-head.zip")));
        assertThat(whole.code).as(whole.text).isEqualTo(1);
        assertThat(whole.text).contains("REFUSED", "data/history.jsonl, line " + (line + 1));
    }

    private static void signHeadAnew(OpenedDossier forged, KeyPair own) throws Exception {
        JsonNode head = new ObjectMapper().readTree(forged.text("data/head.json"));
        String text = "{\"keyId\":\"%s\",\"root\":\"%s\",\"sealedAt\":\"%s\",\"size\":%d}"
                .formatted(
                        OpenedDossier.sha256(own.getPublic().getEncoded()),
                        head.get("root").asText(),
                        head.get("sealedAt").asText(),
                        head.get("size").asLong());
        byte[] signature = OpenedDossier.sign(own, text.getBytes(StandardCharsets.UTF_8));
        forged.replace(
                "data/head.json",
                old -> text.replace(
                        "}", ",\"signature\":\"" + Base64.getEncoder().encodeToString(signature) + "\"}"));
        forged.cover(own);
    }

    /** In a Java of its own, with nothing but the verifier. */
    private static Said verify(Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("kizuna.home"), "target", "kizuna-verify.jar")
                        .toString(),
                file.toString()));
        command.addAll(List.of(options));
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(verifier.waitFor(), text);
    }

    /** What the verifier said, and its exit code. */
    private record Said(int code, String text) {}
}
