package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.verify.KizunaVerify;

/** A dossier that takes long is made in the background, whatever happens to the server meanwhile. */
@Tag("browser")
class DossierJobEndToEndIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LONG = "/api/v1/history/dossier";

    @TempDir
    private Path data;

    @Test
    void survivesACrashAndSaysWhatWasBentMeanwhile() throws Exception {
        String job;
        byte[] whole;
        try (Launched kizuna = launch()) {
            Client auditor = Client.of(kizuna, "auditor");
            assertThat(auditor.get("/api/v1/history/dossier?event=EV-000002").statusCode())
                    .as("a short one is answered at once")
                    .isEqualTo(200);
            HttpResponse<String> accepted = auditor.get(LONG);
            assertThat(accepted.statusCode()).isEqualTo(202);
            job = accepted.headers().firstValue("Location").orElseThrow().replaceFirst(".*(?=/api/)", "");
            assertThat(job).startsWith("/api/v1/history/dossier-jobs/");
            assertThat(auditor.get(job + "/file").statusCode()).isIn(200, 404);
            kizuna.crash();
        }
        try (Launched kizuna = launch()) {
            Client auditor = Client.of(kizuna, "auditor");
            whole = ready(auditor, job);
            assertThat(verify(whole)).contains("INTEGRITY ONLY");
            isJournaledOnceHoweverItIsTaken(kizuna, auditor, job);
            assertThat(new OpenedDossier(whole).text("data/request.json")).contains("\"askedBy\":\"auditor\"");
            assertThat(new OpenedDossier(whole).print("data/report.pdf"))
                    .contains("These are the first 2000 changes", "more stand in history.csv");
            JsonNode again = Client.read(auditor.get(LONG));
            assertThat(job)
                    .as("the same question again")
                    .endsWith(again.get("id").asText());
            assertThat(auditor.json("/api/v1/history/dossier-jobs").get("items"))
                    .hasSize(1);
            assertThat(Client.of(kizuna, "officer").get(job).statusCode()).isEqualTo(403);
            assertThat(auditor.get("/api/v1/history/dossier-jobs/none").statusCode())
                    .isEqualTo(404);

            bend(kizuna);
            byte[] short_ = auditor.bytes("/api/v1/history/dossier?event=EV-000002");
            OpenedDossier bent = new OpenedDossier(short_);
            assertThat(bent.text("data/findings.jsonl")).contains("\"not readable\"", "\"not what was sealed\"");
            assertThat(bent.text("data/report.html")).contains("Found wrong in the journal");
            assertThat(verify(short_)).contains("REFUSED", "data/history.jsonl, line ", "change set ");
        }
    }

    private static void isJournaledOnceHoweverItIsTaken(Launched kizuna, Client auditor, String job) throws Exception {
        String taken = "/api/v1/history?actor=auditor&action=ExportRegister.take";
        assertThat(auditor.all(taken)).as("taken with REST").hasSize(1);
        assertThat(auditor.all(taken).get(0).toString()).contains(job.replaceFirst(".*/", ""));
        assertThat(auditor.send("HEAD", job + "/file", null).statusCode()).isEqualTo(200);
        assertThat(auditor.all(taken)).as("nothing is taken with HEAD").hasSize(1);
        try (Walker walker = new Walker(kizuna)) {
            String page = "/history/download?job=" + job.replaceFirst(".*/", "");
            assertThat(walker.ask("auditor", "HEAD", page).statusCode()).isEqualTo(200);
            assertThat(auditor.all(taken)).as("nor on the page").hasSize(1);
            HttpResponse<byte[]> file = walker.get("auditor", page);
            OpenedFile.assertOpens(file, page);
            assertThat(auditor.all(taken)).as("taken on the page").hasSize(2);
        }
    }

    private Launched launch() throws Exception {
        Launched kizuna =
                Launched.begin(Launched.freePort(), data.resolve("kizuna"), Map.of("KIZUNA_DOSSIER_AT_ONCE", "100"));
        assertThat(kizuna.becomesReady()).as(kizuna.output()).isTrue();
        return kizuna;
    }

    /** Its status is asked for until it is ready. */
    private static byte[] ready(Client auditor, String job) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode status = auditor.json(job);
            assertThat(status.get("status").asText()).isNotEqualTo("FAILED");
            assertThat(status.get("progress").asInt()).isBetween(0, 100);
            if (status.get("status").asText().equals("READY")) {
                return auditor.bytes(status.get("file").asText());
            }
        }
        throw new AssertionError("Not ready after " + PATIENCE);
    }

    /** As somebody does who owns the database. */
    private void bend(Launched kizuna) throws Exception {
        try (Connection owner = OwnersDatabase.of(kizuna, data.resolve("kizuna"));
                Statement statement = owner.createStatement()) {
            int bent = statement.executeUpdate("UPDATE journal_change SET after_values = CONCAT('{', after_values)"
                    + " WHERE entity = 'IsidEvent' AND operation = 'INSERT' AND reference = 'EV-000002'");
            assertThat(bent).isEqualTo(1);
        }
    }

    private String verify(byte[] zip) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(data.resolve("dossier.zip"), zip);
        KizunaVerify.run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
