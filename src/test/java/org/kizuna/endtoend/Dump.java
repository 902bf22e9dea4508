package org.kizuna.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.kizuna.bench.Until;
import org.kizuna.launch.DatabaseDump;

/**
 * Makes a dump of a running Kizuna with sample data, from which {@link MigrationEndToEndIT} starts later versions:
 * {@code Dump DATA-FOLDER DUMP-FOLDER}. The database is the built-in one, the server listens on loopback. How one is
 * made stands in {@code src/test/resources/migrated/README.md}.
 */
final class Dump {

    /** Whose cooperation the old dossier is about: the one with most in it. */
    static final String DOSSIER = "/api/v1/history/dossier?partner=P-000080";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Path dump;
    private final URI address;

    private Dump(Path data, Path dump) throws IOException {
        this.data = data;
        this.dump = Files.createDirectories(dump);
        this.address = URI.create("http://localhost:" + argument("server.pid", "-Djboss.http.port="));
    }

    public static void main(String[] arguments) throws Exception {
        new Dump(Path.of(arguments[0]), Path.of(arguments[1])).make();
    }

    private void make() throws IOException, InterruptedException, SQLException {
        Client auditor = Client.of(address, "auditor");
        JsonNode head =
                auditor.json("/api/v1/history/heads?limit=1").get("items").get(0);
        ((ObjectNode) head).remove(List.of("published", "timestamps"));
        Files.writeString(dump.resolve("head.json"), head + "\n");
        Files.writeString(dump.resolve("key.json"), auditor.json("/api/v1/history/key") + "\n");
        takeHome(auditor);
        Files.writeString(dump.resolve("figures.json"), figures() + "\n");
        try (Connection owner = connect()) {
            Until.isSo(
                    PATIENCE,
                    () -> number(owner, "SELECT COUNT(*) FROM journal_change_set")
                            == number(owner, "SELECT COUNT(*) FROM journal_leaf"));
            // a kept head that is newer than the rows would say that they were cut
            for (String name : List.of("seal.key", "seal.key.head")) {
                Files.copy(data.resolve(name), dump.resolve(name));
            }
            try (Statement statement = owner.createStatement()) {
                statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            }
            Files.writeString(dump.resolve("version.txt"), version(owner) + "\n");
            DatabaseDump.write(owner, dump.resolve("data.sql.gz"));
        }
    }

    /** Exports of every kind, reports, something refused, and dossiers: the server makes each of them in the background. */
    private void takeHome(Client auditor) throws IOException, InterruptedException {
        for (String format : List.of("csv", "xlsx", "jsonl")) {
            auditor.bytes("/api/v1/history/export?agreement=SAMPLE-1&format=" + format);
        }
        for (JsonNode report : auditor.json("/api/v1/history/reports").get("items")) {
            auditor.json("/api/v1/history/reports/" + report.get("name").asText());
        }
        Client.of(address, "officer").get("/api/v1/history/reports");
        Path to = Files.createDirectories(dump.resolve("dossiers"));
        for (String dossier : List.of(DOSSIER, "/api/v1/history/dossier?agreement=SAMPLE-1")) {
            HttpResponse<String> accepted = auditor.get(dossier);
            if (accepted.statusCode() != 202) {
                throw new IOException("Start it with KIZUNA_DOSSIER_AT_ONCE=1: " + accepted.statusCode());
            }
            String job = "/api/v1/history/dossier-jobs/"
                    + Client.read(accepted).get("id").asText();
            Until.isSo(PATIENCE, () -> auditor.json(job).get("status").asText().equals("READY"));
        }
        try (Stream<Path> files = Files.list(data.resolve("dossiers"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static long number(Connection owner, String sql) throws SQLException {
        return Long.parseLong(text(owner, sql));
    }

    /** What the dashboard shows, asked as {@link MigrationEndToEndIT} asks again. */
    private String figures() throws IOException, InterruptedException {
        ObjectNode figures = JSON.createObjectNode();
        Client manager = Client.of(address, "manager");
        for (String path : DumpedFigures.PATHS) {
            ArrayNode rows = figures.putArray(path);
            manager.all(path).forEach(row -> rows.add(DumpedFigures.of(row)));
        }
        return JSON.writeValueAsString(figures);
    }

    private Connection connect() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("kizuna.properties"))) {
            secrets.load(reader);
        }
        String url = "jdbc:mysql://127.0.0.1:" + argument("database.pid", "--port=")
                + "/kizuna?characterEncoding=UTF-8&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
        return DriverManager.getConnection(url, "kizuna_owner", secrets.getProperty("database.owner.password"));
    }

    private static String version(Connection owner) throws SQLException {
        return text(
                owner,
                "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL"
                        + " ORDER BY installed_rank DESC LIMIT 1");
    }

    private static String text(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What a running process was started with. */
    private String argument(String pidFile, String prefix) throws IOException {
        String pid = Files.readString(data.resolve(pidFile), StandardCharsets.US_ASCII)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().arguments())
                .stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new IOException("Kizuna does not run in " + data));
    }
}
