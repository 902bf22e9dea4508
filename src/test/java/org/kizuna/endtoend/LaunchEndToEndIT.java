package org.kizuna.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, failing to start, stopping, and being killed. */
class LaunchEndToEndIT {

    @TempDir
    private Path data;

    @Test
    void saysInOneSentenceWhyItCannotStart() throws Exception {
        assertThat(refusal(Map.of(), "--colour")).contains("Unknown option --colour");
        assertThat(refusal(Map.of(), "--port")).contains("--port needs a value");
        assertThat(refusal(Map.of(
                        "KIZUNA_DB_URL", "jdbc:mysql://127.0.0.1:" + Launched.freePort() + "/kizuna",
                        "KIZUNA_DB_USER", "kizuna",
                        "KIZUNA_DB_PASSWORD", "kizuna")))
                .containsIgnoringCase("database")
                .contains("127.0.0.1");
        assertThat(refusal(Map.of("JAVA_HOME", "/nowhere", "PATH", withoutJava())))
                .contains("JDK 17");
        assertThat(refusal(Map.of(), "--bind", "0.0.0.0")).contains("loopback");
        Path file = Files.writeString(data.resolve("file"), "");
        assertThat(refusal(Map.of(), "--data", file.toString())).contains("file", "no folder");
        assertThat(refusal(Map.of(), "--data", "/proc/kizuna")).contains("/proc/kizuna");
        Map<String, String> given =
                Map.of("KIZUNA_DB_URL", "jdbc:mysql://127.0.0.1/kizuna", "KIZUNA_DB_USER", "kizuna");
        assertThat(refusal(with(given, "KIZUNA_DB_TLS", "perhaps"))).contains("KIZUNA_DB_TLS", "VERIFY_IDENTITY");
        assertThat(refusal(with(given, "KIZUNA_DB_APP_HOST", "'; DROP"))).contains("KIZUNA_DB_APP_HOST");
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return all;
    }

    /** A folder with the few commands the script needs, and no Java. */
    private String withoutJava() throws Exception {
        Path bin = Files.createDirectories(data.resolve("bin"));
        for (String command : List.of("bash", "env", "dirname", "sed", "find", "grep", "mkdir", "tee")) {
            Path link = bin.resolve(command);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", command));
            }
        }
        return bin.toString();
    }

    @Test
    void refusesAPortInUseAndAFolderOfANewerKizuna() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Launched launched = Launched.begin(taken.getLocalPort(), data.resolve("a"), Map.of())) {
            assertThat(launched.ended()).isNotZero();
            assertThat(launched.output()).contains("Port " + taken.getLocalPort());
        }
        Path newer = Files.createDirectories(data.resolve("b"));
        Files.writeString(newer.resolve("kizuna.properties"), "format=999\n");
        try (Launched launched = Launched.begin(Launched.freePort(), newer, Map.of())) {
            assertThat(launched.ended()).isNotZero();
            assertThat(launched.output()).contains("newer");
        }
    }

    private String refusal(Map<String, String> environment, String... options) throws Exception {
        try (Launched launched = Launched.begin(Launched.freePort(), data.resolve("data"), environment, options)) {
            assertThat(launched.ended()).isNotZero();
            assertThat(launched.output()).doesNotContain("\tat ", "is ready");
            return launched.output();
        }
    }

    @Test
    void startsEmptyStopsCleanlyAndKeepsWhatItAcknowledgedWhenKilled() throws Exception {
        Launched first = Launched.ready(data, "--empty");
        assertThat(first.lines().stream().filter(line -> line.startsWith("Kizuna is ready: http://localhost:")))
                .hasSize(1);
        String said = first.lines().stream()
                .filter(line -> line.contains("password"))
                .findAny()
                .orElseThrow();
        String lent = said.replaceFirst(".*with the password (\\S+) .*", "$1");
        assertThat(Client.of(first, "admin", lent).get("/api/v1/partners").statusCode())
                .isEqualTo(403);
        assertThat(Client.of(first, "admin", lent).get("/api/v1/partners").body())
                .contains("PUT me/password");
        String password = "nine cranes over a quiet marsh";
        assertThat(Client.of(first, "admin", lent)
                        .send(
                                "PUT",
                                "/api/v1/me/password",
                                "{\"current\": \"" + lent + "\", \"password\": \"" + password + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Client.of(first, "officer").get("/api/v1/partners").statusCode())
                .isEqualTo(401);
        assertThat(Client.of(first, "admin", password).json("/api/v1/partners").get("items"))
                .isEmpty();
        assertThat(Client.of(first, "admin", password)
                        .json("/api/v1/contributions/entries")
                        .get("items"))
                .isEmpty();
        assertRunsOnAGivenServerWithoutTheRightsOfTheOneWhoMigrates(first, password);
        List<ProcessHandle> processes = first.processes();
        assertKeepsThePasswordToItself(processes, password);
        assertLetsNobodyInWithoutAName(data.resolve("database.log"), first);
        assertThat(processes).hasSizeGreaterThanOrEqualTo(3);
        // 128 + SIGTERM, as of any program that ended because it was asked to
        assertThat(first.stop()).isEqualTo(143);
        assertThat(processes).noneMatch(ProcessHandle::isAlive);

        try (Launched second = Launched.ready(data, "--empty")) {
            assertThat(second.output()).doesNotContain(lent, password, "password");
            assertThat(Client.of(second, "admin", password)
                            .get("/api/v1/partners")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Neither the processes' environment nor a file of the data folder tells it once it is in use. */
    private void assertKeepsThePasswordToItself(List<ProcessHandle> processes, String password) throws Exception {
        for (ProcessHandle process : processes) {
            assertThat(Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), ISO_8859_1))
                    .doesNotContain(password);
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .doesNotContain("first.password", "database.sql");
        }
    }

    private static void assertLetsNobodyInWithoutAName(Path log, Launched running) throws Exception {
        assertThat(log).exists();
        String server = "jdbc:mysql://127.0.0.1:" + databasePort(running) + "/";
        for (String name : List.of("", "nobody", "root", System.getProperty("user.name"))) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server, name, "").close())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server + "test", name, "")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String databasePort(Launched running) {
        return running.processes().stream()
                .flatMap(process -> process.info().arguments().stream().flatMap(Stream::of))
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhyAServerEnded() throws Exception {
        try (Launched launched = Launched.ready(data, "--empty")) {
            ProcessHandle server = launched.processes().stream()
                    .filter(process -> process.info().commandLine().orElse("").contains("jboss-modules.jar"))
                    .findFirst()
                    .orElseThrow();
            server.destroyForcibly();
            assertThat(launched.ended()).isEqualTo(1);
            assertThat(launched.output()).contains("The server ended by itself: it was killed (signal 9)");
        }
        try (Launched launched = Launched.ready(data, "--empty")) {
            ProcessHandle database = launched.processes().stream()
                    .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                    .findFirst()
                    .orElseThrow();
            database.destroyForcibly();
            assertThat(launched.ended()).isEqualTo(1);
            assertThat(launched.output()).contains("The built-in database ended by itself: it was killed");
        }
    }

    private void assertRunsOnAGivenServerWithoutTheRightsOfTheOneWhoMigrates(Launched running, String password)
            throws Exception {
        String port = databasePort(running);
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("kizuna.properties"))) {
            secrets.load(reader);
        }
        String address = "jdbc:mysql://127.0.0.1:" + port + "/kizuna";
        String owner = secrets.getProperty("database.owner.password");
        try (Launched given = Launched.begin(
                Launched.freePort(),
                data.resolve("given"),
                Map.of(
                        "KIZUNA_DB_URL",
                        address,
                        "KIZUNA_DB_USER",
                        "kizuna_owner",
                        "KIZUNA_DB_PASSWORD",
                        owner,
                        "KIZUNA_DB_APP_USER",
                        "kizuna_app",
                        "KIZUNA_DB_APP_PASSWORD",
                        secrets.getProperty("database.application.password")),
                "--empty")) {
            assertThat(given.becomesReady()).as(given.output()).isTrue();
            assertThat(given.output()).doesNotContain("built-in");
            assertThat(Client.of(given, "admin", password)
                            .json("/api/v1/partners")
                            .get("items"))
                    .isEmpty();
            Set<String> accounts = new HashSet<>();
            try (Connection connection = DriverManager.getConnection(address, "kizuna_owner", owner);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT user FROM information_schema.processlist WHERE id <> CONNECTION_ID()")) {
                while (row.next()) {
                    accounts.add(row.getString(1));
                }
            }
            assertThat(accounts).doesNotContain("kizuna_owner");
        }
    }

    @Test
    void losesNothingAcknowledgedAndLeavesNothingHalfWrittenWhenKilled() throws Exception {
        Launched first = Launched.ready(data);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch some = new CountDownLatch(60);
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Thread thread = new Thread(() -> save(first, acknowledged, asked, some), "writer " + writer);
            thread.start();
            writers.add(thread);
        }
        some.await();
        first.crash();
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60);

        try (Launched second = Launched.ready(data)) {
            Client auditor = Client.of(second, "auditor");
            for (Map.Entry<String, String> saved : acknowledged.entrySet()) {
                assertThat(auditor.json("/api/v1/partners/" + saved.getKey())
                                .get("legalName")
                                .asText())
                        .isEqualTo(saved.getValue());
            }
            List<String> names = auditor.all("/api/v1/partners?q=Killed").stream()
                    .map(partner -> partner.get("legalName").asText())
                    .toList();
            List<String> journaled =
                    auditor.all("/api/v1/history?action=PartnerRegister.register&actor=officer").stream()
                            .filter(change -> change.path("kind").asText().equals("Partner"))
                            .map(LaunchEndToEndIT::nameWritten)
                            .filter(name -> name.startsWith("Killed"))
                            .toList();
            assertThat(names).doesNotHaveDuplicates().isSubsetOf(asked);
            assertThat(journaled).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static String nameWritten(JsonNode change) {
        for (JsonNode field : change.get("fields")) {
            if (field.get("field").asText().equals("legalName")) {
                return field.get("after").asText();
            }
        }
        return "";
    }

    /** Saves one partner after another until nobody answers. */
    private static void save(
            Launched kizuna, Map<String, String> acknowledged, List<String> asked, CountDownLatch some) {
        Client officer = Client.of(kizuna, "officer");
        while (true) {
            String name = "Killed " + Long.toString(System.nanoTime(), 36);
            asked.add(name);
            try {
                HttpResponse<String> answer = officer.send(
                        "POST",
                        "/api/v1/partners",
                        "{\"legalName\": \"%s\", \"sector\": \"ACADEMIA\", \"country\": \"JP\"}".formatted(name));
                if (answer.statusCode() != 201) {
                    return;
                }
                acknowledged.put(Client.read(answer).get("reference").asText(), name);
                some.countDown();
            } catch (java.io.IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
