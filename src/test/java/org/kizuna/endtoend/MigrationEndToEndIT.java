package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kizuna.bench.Until;
import org.kizuna.bench.Visitor;
import org.kizuna.launch.BenchDatabase;
import org.kizuna.launch.DatabaseDump;

/**
 * The newest version starts on the filled database of each earlier one that is kept, and nothing of it is lost: each
 * folder of {@code src/test/resources/migrated} is one. Their README says what is in them.
 */
@Tag("long")
class MigrationEndToEndIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of(System.getProperty("kizuna.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Kinds that have a page of their past. */
    private static final Set<String> SHOWN =
            Set.of("Agreement", "Contribution", "EventSeries", "ImportBatch", "IsidEvent", "Partner");

    private static final List<String> ACCOUNTS =
            List.of("officer", "officer2", "approver", "treasurer", "manager", "auditor", "admin");

    @TempDir
    private Path folder;

    static List<Path> dumps() throws IOException {
        try (Stream<Path> all = Files.list(HOME.resolve("src/test/resources/migrated"))) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void startsOnTheDatabaseOfAnEarlierVersionAndKeepsItsPast(Path dump) throws Exception {
        try (BenchDatabase database = BenchDatabase.bare(folder.resolve("db"))) {
            DatabaseDump.load(
                    database, Files.readString(dump.resolve("version.txt")).strip(), dump.resolve("data.sql.gz"));
            Path data = Files.createDirectories(folder.resolve("server"));
            for (String name : List.of("seal.key", "seal.key.head")) {
                Files.copy(dump.resolve(name), data.resolve(name));
            }
            copyDossiers(dump, data);
            try (Launched kizuna = Launched.ready(data, database.environment())) {
                everybodySignsIn(kizuna);
                theFiguresAreThoseOfThen(kizuna, dump);
                theSelfAuditFindsNothing(kizuna);
                dossiersHold(kizuna, dump);
                thePastOfEveryRecordReads(kizuna);
            }
        }
    }

    private static void copyDossiers(Path dump, Path data) throws IOException {
        Path to = Files.createDirectories(data.resolve("dossiers"));
        try (Stream<Path> files = Files.list(dump.resolve("dossiers"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void everybodySignsIn(Launched kizuna) throws Exception {
        for (String account : ACCOUNTS) {
            assertThat(Client.of(kizuna, account)
                            .get("/api/v1/partners?limit=1")
                            .statusCode())
                    .as(account)
                    .isEqualTo(200);
        }
    }

    private static void theFiguresAreThoseOfThen(Launched kizuna, Path dump) throws Exception {
        JsonNode noted = JSON.readTree(Files.readString(dump.resolve("figures.json")));
        Client manager = Client.of(kizuna, "manager");
        for (String path : DumpedFigures.PATHS) {
            List<String> then = new ArrayList<>();
            noted.get(path).forEach(row -> then.add(row.asText()));
            assertThat(then).as(path).isNotEmpty();
            assertThat(manager.all(path).stream().map(DumpedFigures::of))
                    .as(path)
                    .containsExactlyElementsOf(then);
        }
    }

    private static void theSelfAuditFindsNothing(Launched kizuna) throws Exception {
        Client auditor = Client.of(kizuna, "auditor");
        HttpResponse<String> begun = auditor.send("POST", "/api/v1/history/audits", null);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        long id = Client.read(begun).get("id").asLong();
        String run = "/api/v1/history/audits/" + id;
        Until.isSo(PATIENCE, () -> !auditor.json(run).get("running").asBoolean());
        JsonNode audit = auditor.json(run);
        assertThat(audit.path("failure").isNull()).as(audit.toString()).isTrue();
        assertThat(audit.get("findings")).as(audit.toPrettyString()).isEmpty();
        assertThat(audit.get("records").asLong()).isGreaterThan(1000);
    }

    /** One that is taken home now, and those that were made then, which were kept since. */
    private void dossiersHold(Launched kizuna, Path dump) throws Exception {
        Client auditor = Client.of(kizuna, "auditor");
        JsonNode key = auditor.json("/api/v1/history/key");
        assertThat(key).isEqualTo(JSON.readTree(Files.readString(dump.resolve("key.json"))));
        String keyId = JSON.readTree(Files.readString(dump.resolve("head.json")))
                .get("keyId")
                .asText();
        holds(Files.write(folder.resolve("new.zip"), auditor.bytes(Dump.DOSSIER)), keyId, dump);
        JsonNode jobs = auditor.json("/api/v1/history/dossier-jobs").get("items");
        assertThat(jobs).isNotEmpty();
        for (JsonNode job : jobs) {
            assertThat(job.get("status").asText()).isEqualTo("READY");
            holds(
                    Files.write(
                            folder.resolve("job.zip"),
                            auditor.bytes(job.get("file").asText())),
                    keyId,
                    dump);
        }
    }

    private static void holds(Path dossier, String keyId, Path dump) throws Exception {
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        HOME.resolve("target/kizuna-verify.jar").toString(),
                        dossier.toString(),
                        "--key",
                        keyId,
                        "--head",
                        dump.resolve("head.json").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(dossier + ": " + said).isZero();
    }

    /** Every change there ever was, newest first, and each record as it stood after its first and after its last. */
    private static void thePastOfEveryRecordReads(Launched kizuna) throws Exception {
        Client auditor = Client.of(kizuna, "auditor");
        Map<String, List<String>> moments = new TreeMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        for (JsonNode change : auditor.all("/api/v1/history")) {
            JsonNode kind = change.get("kind");
            if (kind.isNull()) {
                continue;
            }
            kinds.merge(kind.asText(), 1, Integer::sum);
            assertThat(change.get("fields").isArray()).as(change.toString()).isTrue();
            if (SHOWN.contains(kind.asText())) {
                moments.computeIfAbsent(
                                "kind=" + kind.asText() + "&ref="
                                        + encoded(change.get("reference").asText()),
                                record -> new ArrayList<>())
                        .add(change.get("recordedAt").asText());
            }
        }
        assertThat(kinds)
                .containsKeys("Account", "AccessToken", "Agreement", "Contribution", "Document", "EventSeries")
                .containsKeys("ExchangeRate", "ImportBatch", "IsidEvent", "LedgerEntry", "Partner", "Setting");
        List<String> pages = new ArrayList<>();
        moments.forEach((record, times) -> {
            String last = times.get(0);
            String first = times.get(times.size() - 1);
            pages.add("/history/past?" + record + "&at=" + first);
            if (!last.equals(first)) {
                pages.add("/history/past?" + record + "&at=" + last + "&with=" + first);
            }
        });
        assertThat(unanswered(Visitor.signedIn(kizuna.address(), "auditor"), pages))
                .isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is not answered with the page. */
    private static List<String> unanswered(Visitor auditor, List<String> pages) throws InterruptedException {
        ConcurrentLinkedQueue<String> bad = new ConcurrentLinkedQueue<>();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        for (String page : pages) {
            readers.execute(() -> {
                try {
                    if (!auditor.get(page).contains("class=\"past\"")) {
                        bad.add(page + ": no fields");
                    }
                } catch (IOException e) {
                    bad.add(String.valueOf(e.getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        readers.shutdown();
        assertThat(readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return List.copyOf(bad);
    }
}
