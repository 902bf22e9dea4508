package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kizuna.verify.KizunaVerify;

/** What an auditor takes home proves itself, and a forgery does not. */
@ExtendWith(Samples.class)
class DossierEndToEndIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Client auditor;
    private final Client officer;

    DossierEndToEndIT(Launched kizuna) {
        auditor = Client.of(kizuna, "auditor");
        officer = Client.of(kizuna, "officer");
    }

    @Test
    void theVerifierAcceptsTheJapanCooperationWithoutTheServer() throws Exception {
        byte[] zip = auditor.bytes("/api/v1/history/dossier?partner=P-000080");
        Path key = Files.write(folder.resolve("key.json"), auditor.bytes("/api/v1/history/key"));
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of(System.getProperty("kizuna.home"), "target", "kizuna-verify.jar")
                                .toString(),
                        Files.write(folder.resolve("japan.zip"), zip).toString(),
                        "--key",
                        key.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(said).isZero();
        assertThat(said)
                .contains(
                        "The dossier holds.",
                        "data/history.csv: recomputed",
                        "data/state.jsonl: recomputed",
                        "data/report.html: signed by the server, not covered by proofs");
        Said unpinned = verify(folder.resolve("japan.zip"));
        assertThat(unpinned.code).isEqualTo(3);
        assertThat(unpinned.text).contains("INTEGRITY ONLY, NOT AUTHENTICATED").doesNotContain("The dossier holds.");
        assertThat(verify(
                                folder.resolve("japan.zip"),
                                "--key",
                                folder.resolve("none").toString())
                        .code)
                .isEqualTo(2);
        OpenedDossier dossier = new OpenedDossier(zip);
        assertThat(dossier.text("data/history.jsonl"))
                .contains("PARTNERING FOR ISID: Opening Session", "Ambassador Hikihara", "AgreementRegister.sign");
        assertThat(dossier.text("data/report.html")).contains("Japan", "1000000000");
        assertThat(dossier.print("data/report.pdf")).contains("Japan", "日本", "1000000000", "rows");
        assertThat(dossier.names()).anyMatch(name -> name.contains("/data/documents/"));
    }

    @Test
    void theSameQuestionHasTheSameAnswer() throws Exception {
        long head = newestHead().get("size").asLong();
        String question = "/api/v1/history/dossier?event=EV-000002&head=" + head;
        byte[] first = auditor.bytes(question);
        register("Between two questions");
        assertThat(auditor.bytes(question)).isEqualTo(first);
        String open = "/api/v1/history/dossier?event=EV-000002";
        byte[] now = auditor.bytes(open);
        assertThat(auditor.bytes(open)).as("that it was asked does not count").isEqualTo(now);
        register("Between two more");
        assertThat(auditor.bytes(open)).isNotEqualTo(now);
        assertThat(auditor.get("/api/v1/history/dossier?event=EV-000002&head=999999999")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(officer.get("/api/v1/history/dossier?event=EV-000002").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theStateIsThatOfTheDayAskedFor() throws Exception {
        assertThat(stateOn("2019-12-31")).noneMatch(line -> line.startsWith("{\"entity\":\"Agreement\""));
        assertThat(stateOn("2021-12-31"))
                .anyMatch(line -> line.startsWith("{\"entity\":\"Agreement\"")
                        && line.contains("\"reference\":\"SAMPLE-1\"")
                        && line.contains("\"stood\":\"IN_FORCE\""));
    }

    private List<String> stateOn(String day) throws Exception {
        byte[] zip = auditor.bytes("/api/v1/history/dossier?agreement=SAMPLE-1&standingOn=" + day);
        OpenedDossier dossier = new OpenedDossier(zip);
        assertThat(dossier.text("data/request.json")).contains("\"standingOn\":\"" + day + "\"");
        return dossier.lines("data/state.jsonl");
    }

    @Test
    void everyAlteredFileIsNamed() throws Exception {
        byte[] zip = small();
        Random random = new Random(20261124);
        for (String path : new OpenedDossier(zip).names()) {
            String name = path.substring(path.indexOf('/') + 1);
            byte[] content = new OpenedDossier(zip).bytes(path);
            for (int at : places(content.length, random)) {
                OpenedDossier altered = new OpenedDossier(zip);
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                altered.put(path, flipped);
                Said said = verify(altered);
                assertThat(said.code).as(name + " at " + at + ": " + said.text).isEqualTo(1);
                assertThat(said.text).as(name + " at " + at).contains("REFUSED");
                if (!Set.of("signature.json", "tagmanifest-sha256.txt").contains(name)) {
                    assertThat(said.text).as(name + " at " + at).contains(name);
                }
            }
            OpenedDossier without = new OpenedDossier(zip);
            without.remove(path);
            assertThat(verify(without).code).as("without " + name).isEqualTo(1);
        }
    }

    /** The first, the last, the one between, and fifty more. */
    private static Set<Integer> places(int length, Random random) {
        Set<Integer> places = new TreeSet<>();
        if (length > 0) {
            places.addAll(List.of(0, length / 2, length - 1));
            random.ints(50, 0, length).forEach(places::add);
        }
        return places;
    }

    @Test
    void whoeverBendsWhatIsSaidOfPersonsIsFoundAtTheLine() throws Exception {
        byte[] zip = auditor.bytes("/api/v1/history/dossier?event=EV-000002");
        KeyPair own = ownKey();
        String file = "data/personal.jsonl";
        List<String> lines = new OpenedDossier(zip).lines(file);
        int line = 0;
        while (!lines.get(line).contains("Ambassador Hikihara")) {
            line++;
        }
        String told = lines.get(line);
        assertPersonsFound(zip, own, replaced(lines, line, told.replace("Ambassador", "Minister")), line + 1);
        assertPersonsFound(
                zip, own, replaced(lines, line, told.replaceFirst("\"opening\":.*", "\"opening\":null}")), line + 1);
        List<String> twice = new ArrayList<>(lines);
        twice.add(line, told);
        assertPersonsFound(zip, own, twice, line + 2);
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(line);
        OpenedDossier without = new OpenedDossier(zip);
        without.putLines(file, fewer);
        sign(without, own);
        assertThat(verify(without).text).contains("REFUSED", file + ": nothing about " + commitment(told));
    }

    private void assertPersonsFound(byte[] zip, KeyPair own, List<String> lines, int at) throws Exception {
        OpenedDossier forged = new OpenedDossier(zip);
        forged.putLines("data/personal.jsonl", lines);
        sign(forged, own);
        assertThat(verify(forged).text).contains("REFUSED", "data/personal.jsonl, line " + at + ":");
    }

    private static List<String> replaced(List<String> lines, int at, String line) {
        List<String> altered = new ArrayList<>(lines);
        altered.set(at, line);
        return altered;
    }

    private static String commitment(String line) throws IOException {
        return JSON.readTree(line).get("commitment").asText();
    }

    @Test
    void whoeverMendsTheManifestsIsFoundAtTheLine() throws Exception {
        byte[] zip = small();
        KeyPair own = ownKey();
        List<String> lines = new OpenedDossier(zip).lines("data/history.jsonl");
        int change = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("{\"after\""))
                .findFirst()
                .orElseThrow();
        int set = change - 1;
        int otherSet = IntStream.range(change + 1, lines.size())
                .filter(line -> lines.get(line).startsWith("{\"action\""))
                .findFirst()
                .orElseThrow();

        List<String> altered = new ArrayList<>(lines);
        altered.set(
                change,
                lines.get(change).replace("officer", "somebody").replaceFirst("\"after\":\\{", "\"after\":{\"x\":1,"));
        assertFound(zip, altered, own, "data/history.jsonl, line " + (change + 1));

        List<String> backdated = new ArrayList<>(lines);
        backdated.set(set, lines.get(set).replaceFirst("\"recordedAt\":\"2", "\"recordedAt\":\"1"));
        assertFound(zip, backdated, own, "data/history.jsonl, line " + (set + 1));

        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, set, otherSet);
        assertFound(zip, swapped, own, "data/history.jsonl, line " + (set + 1));

        List<String> inserted = new ArrayList<>(lines);
        inserted.add(change, lines.get(change));
        assertFound(zip, inserted, own, "data/history.jsonl, line " + (change + 2));

        OpenedDossier shortened = new OpenedDossier(zip);
        shortened.putLines("data/history.jsonl", lines.subList(0, otherSet));
        shortened.cover(own);
        assertThat(verify(shortened).text).contains("REFUSED", "data/head.json");
    }

    /** The forger keeps the signed head as it is, or makes one of his own. */
    private void assertFound(byte[] zip, List<String> lines, KeyPair own, String where) throws Exception {
        OpenedDossier forged = new OpenedDossier(zip);
        forged.putLines("data/history.jsonl", lines);
        forged.cover(own);
        assertThat(verify(forged).text).contains("REFUSED", "data/head.json: signed with another key");
        sign(forged, own);
        assertThat(verify(forged).text).contains("REFUSED", where);
    }

    private static KeyPair ownKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** Signs the head and all the rest with a key of the forger's own. */
    private static void sign(OpenedDossier forged, KeyPair own) throws Exception {
        JsonNode head = JSON.readTree(forged.text("data/head.json"));
        String id = OpenedDossier.sha256(own.getPublic().getEncoded());
        String text = "{\"keyId\":\"%s\",\"root\":\"%s\",\"sealedAt\":\"%s\",\"size\":%d}"
                .formatted(
                        id,
                        head.get("root").asText(),
                        head.get("sealedAt").asText(),
                        head.get("size").asLong());
        String signature =
                Base64.getEncoder().encodeToString(OpenedDossier.sign(own, text.getBytes(StandardCharsets.UTF_8)));
        forged.replace("data/head.json", old -> text.replace("}", ",\"signature\":\"" + signature + "\"}"));
        forged.cover(own);
    }

    @Test
    void whatTheServerFoundWrongIsSaid() throws Exception {
        OpenedDossier dossier = new OpenedDossier(small());
        assertThat(dossier.text("data/findings.jsonl")).isEmpty();
        KeyPair own = ownKey();
        dossier.put(
                "data/findings.jsonl",
                "{\"changeSet\":17,\"finding\":\"sealed, but no longer in the journal\"}\n"
                        .getBytes(StandardCharsets.UTF_8));
        sign(dossier, own);
        assertThat(verify(dossier).text).contains("REFUSED", "data/findings.jsonl", "17", "no longer in the journal");
    }

    @Test
    void whatIsToldBesideTheHistoryIsRefusedWhenItDoesNotFollowFromIt() throws Exception {
        byte[] zip = auditor.bytes("/api/v1/history/dossier?partner=P-000080");
        KeyPair own = ownKey();
        for (String file : List.of(
                "data/history.csv",
                "data/control-totals.json",
                "data/reconciliation.json",
                "data/rates.jsonl",
                "data/state.jsonl")) {
            OpenedDossier forged = new OpenedDossier(zip);
            forged.put(
                    file, forged.text(file).replaceFirst("[1-8](?=\"|,)", "9").getBytes(StandardCharsets.UTF_8));
            sign(forged, own);
            assertThat(verify(forged).text).as(file).contains("REFUSED", file);
        }
        OpenedDossier stranger = new OpenedDossier(zip);
        stranger.add(stranger.names().get(0).replaceFirst("/.*", "/data/readme.txt"), "x");
        sign(stranger, own);
        assertThat(verify(stranger).text).contains("REFUSED", "data/readme.txt");
        for (String file : List.of("data/findings.jsonl", "data/vocabulary.json", "data/state.jsonl")) {
            OpenedDossier without = new OpenedDossier(zip);
            without.remove(file);
            sign(without, own);
            assertThat(verify(without).text).contains("REFUSED", file + ": missing");
        }
        OpenedDossier undocumented = new OpenedDossier(zip);
        undocumented.remove(undocumented.names().stream()
                .filter(name -> name.contains("/data/documents/"))
                .findFirst()
                .orElseThrow());
        sign(undocumented, own);
        assertThat(verify(undocumented).text).contains("REFUSED", "data/documents: ");
    }

    @Test
    void gluedAndAmbiguousArchivesAreRefused() throws Exception {
        byte[] zip = small();
        Path glued = folder.resolve("glued.zip");
        byte[] twice = Arrays.copyOf(zip, zip.length * 2);
        System.arraycopy(zip, 0, twice, zip.length, zip.length);
        for (byte[] odd : List.of(
                twice,
                ("x" + new String(zip, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1),
                (new String(zip, StandardCharsets.ISO_8859_1) + "x").getBytes(StandardCharsets.ISO_8859_1),
                new String(zip, StandardCharsets.ISO_8859_1)
                        .replaceFirst("report\\.html", "report-html")
                        .getBytes(StandardCharsets.ISO_8859_1))) {
            Files.write(glued, odd);
            Said said = verify(glued);
            assertThat(said.text).contains("REFUSED");
            assertThat(said.code).isIn(1, 2);
        }
    }

    @Test
    void oddArchivesAreRefusedAndNotFeared() throws Exception {
        byte[] zip = small();
        OpenedDossier dossier = new OpenedDossier(zip);
        String folderName =
                dossier.names().get(0).substring(0, dossier.names().get(0).indexOf('/'));
        for (String odd : List.of("/etc/passwd", folderName + "/../x", folderName + "/a\\b", "other/x")) {
            assertThat(verify(new OpenedDossier(zip).add(odd, "x")).text)
                    .as(odd)
                    .contains("REFUSED", odd);
        }
        OpenedDossier deep = new OpenedDossier(zip);
        deep.put("signature.json", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(verify(deep).text).contains("REFUSED", "signature.json");
        Path twice = folder.resolve("twice.zip");
        String name = folderName + "/bagit.txt";
        String other = folderName + "/bagit.tx_";
        new OpenedDossier(zip).add(other, "BagIt-Version: 0.9\n").save(twice);
        byte[] bytes = Files.readAllBytes(twice);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1).replace(other, name);
        Files.write(twice, latin.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(verify(twice).text).contains("REFUSED", "bagit.txt: there twice");
        for (int length : List.of(0, 1, 100, bytes.length / 2, bytes.length - 1)) {
            Files.write(twice, Arrays.copyOf(bytes, length));
            assertThat(verify(twice).text).contains("REFUSED");
        }
    }

    @Test
    void aDossierHasItsHistoryAsTableItsCodesItsRatesAndItsReconciliation() throws Exception {
        OpenedDossier dossier = new OpenedDossier(auditor.bytes("/api/v1/history/dossier?partner=P-000080"));
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(dossier.bytes("data/history.xlsx")));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            // the comma-separated file has line breaks within cells: its control totals say how many rows there are
            String total = JSON.readTree(dossier.text("data/control-totals.json"))
                    .get("rows")
                    .asText();
            assertThat(rows.filter(row -> row.getCellText(0).matches("\\d+"))).hasSize(Integer.parseInt(total));
        }
        JsonNode codes = JSON.readTree(dossier.text("data/codelists.json"));
        assertThat(codes.get("Agreement.status").get("SIGNED").asText()).isEqualTo("Signed");
        assertThat(codes.get("Agreement.parties.role")).isNotEmpty();
        assertThat(codes.get("LedgerEntry.measure").get("RECEIVED").asText()).isEqualTo("Received");
        JsonNode rate = JSON.readTree(dossier.lines("data/rates.jsonl").get(0));
        assertThat(rate.get("ratePerUsd").asText()).matches("[0-9.]+");
        assertThat(rate.get("times").asLong()).isPositive();
        JsonNode sums = JSON.readTree(dossier.text("data/reconciliation.json"));
        assertThat(sums).isNotEmpty().allSatisfy(sum -> {
            assertThat(sum.get("difference").asText()).isEqualTo("0");
            assertThat(sum.get("live").asText())
                    .isEqualTo(sum.get("journal").asText())
                    .isNotEqualTo("0");
        });
        assertThat(dossier.text("data/report.html")).contains("The sealed journal and the live ledger");
    }

    @Test
    void aDonorsDossierIsItsMoneyAndAPartnersIsMore() throws Exception {
        OpenedDossier whole = new OpenedDossier(auditor.bytes("/api/v1/history/dossier?partner=P-000080"));
        OpenedDossier money = new OpenedDossier(auditor.bytes("/api/v1/history/dossier?donor=P-000080"));
        assertThat(money.text("data/history.jsonl"))
                .contains("\"entity\":\"Contribution\"", "\"entity\":\"LedgerEntry\"", "\"entity\":\"Agreement\"")
                .doesNotContain("\"entity\":\"IsidEvent\"");
        assertThat(whole.text("data/history.jsonl")).contains("\"entity\":\"IsidEvent\"");
        assertThat(JSON.readTree(money.text("data/request.json")).get("part").asText())
                .isEqualTo("MONEY");
        assertThat(auditor.get("/api/v1/history/dossier?donor=P-000080&event=EV-000002")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aKeptHeadAndThePublishedKeyBindWhatComesLater() throws Exception {
        JsonNode kept = newestHead();
        register("After the head was kept");
        byte[] zip = small();
        Path head = Files.writeString(folder.resolve("kept.json"), kept.toString());
        Path file = Files.write(folder.resolve("later.zip"), zip);
        Said said = verify(
                file, "--head", head.toString(), "--key", kept.get("keyId").asText());
        assertThat(said.code).as(said.text).isZero();
        assertThat(said.text)
                .contains(
                        "The journal begins with the one of " + kept.get("size").asLong());

        String other = kept.toString().replace(kept.get("root").asText(), "0".repeat(64));
        Files.writeString(head, other);
        assertThat(verify(file, "--head", head.toString()).text)
                .contains("REFUSED", "another one when the head was kept");
        assertThat(verify(file, "--key", "0".repeat(64)).text).contains("REFUSED", "not " + "0".repeat(64));
    }

    @Test
    void proofsAreHandedOutOneByOne() throws Exception {
        JsonNode newest = newestHead();
        long change = auditor.json("/api/v1/history?kind=Partner&reference=P-000080&limit=1")
                .get("items")
                .get(0)
                .get("sequence")
                .asLong();
        JsonNode proof = auditor.json("/api/v1/history/proof/inclusion?change=" + change);
        assertThat(proof.get("leafHash").asText()).matches("[0-9a-f]{64}");
        assertThat(proof.get("path")).isNotEmpty();
        JsonNode heads = auditor.json("/api/v1/history/heads?limit=2");
        long earlier = heads.get("items").get(1).get("size").asLong();
        JsonNode consistency = auditor.json("/api/v1/history/proof/consistency?from=" + earlier + "&to="
                + newest.get("size").asLong());
        assertThat(consistency.get("from").get("size").asLong()).isEqualTo(earlier);
        assertThat(auditor.get("/api/v1/history/proof/inclusion?change=x").statusCode())
                .isEqualTo(400);
        assertThat(officer.get("/api/v1/history/heads").statusCode()).isEqualTo(403);
    }

    private byte[] small() throws Exception {
        return auditor.bytes("/api/v1/history/dossier?agreement=SAMPLE-2");
    }

    /** What is journaled is sealed before a dossier is made, so one that is made brings the newest head. */
    private JsonNode newestHead() throws Exception {
        register("To be sealed");
        small();
        return auditor.json("/api/v1/history/heads?limit=1").get("items").get(0);
    }

    private void register(String name) throws Exception {
        assertThat(officer.send(
                                "POST",
                                "/api/v1/partners",
                                "{\"legalName\": \"%s %d\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}"
                                        .formatted(name, System.nanoTime()))
                        .statusCode())
                .isEqualTo(201);
    }

    private Said verify(OpenedDossier dossier) throws IOException {
        return verify(dossier.save(folder.resolve("forged.zip")));
    }

    private static Said verify(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = KizunaVerify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    /** What the verifier said, and its exit code. */
    private record Said(int code, String text) {}
}
