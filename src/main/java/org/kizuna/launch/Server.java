package org.kizuna.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The provisioned WildFly with the application in it, run from a base folder of its own inside the data folder. */
final class Server implements Part {

    /** How long it may say nothing before it is ready: a migration of many records tells how far it is. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> DEFAULT_MEMORY = List.of("-Xms256m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError");

    /** The file from which the application takes the first administrator's password, and which it deletes. */
    private static final String FIRST_PASSWORD = "first.password";

    private final DataFolder folder;
    private final OwnedProcess process;
    private final LaunchOptions options;
    private final Path log;

    /** The mark the server leaves when it could not deploy the application. */
    private final Path failed;

    private Server(DataFolder folder, OwnedProcess process, LaunchOptions options, Path log, Path failed) {
        this.folder = folder;
        this.process = process;
        this.options = options;
        this.log = log;
        this.failed = failed;
    }

    /** @throws LaunchFailure when something else listens there */
    static void requireFreePort(LaunchOptions options) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Port " + options.port() + " on " + options.bind() + " can't be used (" + Reason.of(e)
                            + "); choose another one with --port.",
                    e);
        }
    }

    static Server start(
            BuildLayout house,
            DataFolder folder,
            LaunchOptions options,
            Database.Account account,
            @Nullable String firstPassword) {
        Path base = folder.resolve("server");
        Path pidFile = folder.resolve("server.pid");
        OwnedProcess.endLeftOver(pidFile, "jboss-modules.jar");
        Path log = folder.log("server.log");
        try {
            layOut(house, folder, base);
        } catch (IOException e) {
            throw new LaunchFailure("The server can't be laid out in " + base + ": " + Reason.of(e) + ".", e);
        }
        Map<String, String> environment = Map.of(
                "KIZUNA_APP_DB_URL", account.url(),
                "KIZUNA_APP_DB_USER", account.user(),
                "KIZUNA_APP_DB_PASSWORD", account.password());
        folder.clear(FIRST_PASSWORD);
        if (firstPassword != null) {
            folder.writePrivately(folder.resolve(FIRST_PASSWORD), firstPassword);
        }
        OwnedProcess process =
                OwnedProcess.start(command(house, folder, options, firstPassword), environment, log, pidFile);
        return new Server(folder, process, options, log, base.resolve("deployments/kizuna.war.failed"));
    }

    private static void layOut(BuildLayout house, DataFolder folder, Path base) throws IOException {
        folder.clear("server");
        Files.createDirectories(base.resolve("deployments"));
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        try (var files =
                Files.newDirectoryStream(house.wildfly().resolve("standalone/configuration"), "*.{xml,properties}")) {
            for (Path file : files) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(house.war(), base.resolve("deployments/kizuna.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> command(
            BuildLayout house, DataFolder folder, LaunchOptions options, @Nullable String firstPassword) {
        String given = System.getenv("KIZUNA_JAVA_OPTS");
        List<String> memory = given == null || given.isBlank()
                ? DEFAULT_MEMORY
                : Arrays.asList(given.trim().split("\\s+"));
        List<String> command = StandaloneCommandBuilder.of(house.wildfly())
                .setJavaHome(System.getProperty("java.home"))
                .setBaseDirectory(folder.resolve("server"))
                .addJavaOptions(memory)
                .addJavaOption("-Djava.awt.headless=true")
                .addJavaOption("-Duser.timezone=UTC")
                .addJavaOption("-Djava.io.tmpdir=" + folder.part("server.tmp"))
                .addJavaOption("-XX:-UsePerfData")
                .addJavaOption("-Djboss.http.port=" + options.port())
                .addJavaOption("-Djboss.bind.address=" + options.bind())
                .addJavaOption("-Djboss.bind.address.management=127.0.0.1")
                .addJavaOption("-Djboss.management.http.port=" + EmbeddedDatabase.freePort())
                .addJavaOption("-Dkizuna.seal.key=" + folder.resolve("seal.key"))
                .addJavaOption("-Dkizuna.dossiers=" + folder.resolve("dossiers"))
                // a migration of many records takes its time, and the container would give up after five minutes
                .addJavaOption("-Djboss.as.management.blocking.timeout=43200")
                .addJavaOption("-Dkizuna.samples=" + (firstPassword == null))
                .addJavaOption("-Dkizuna.first.password=" + folder.resolve(FIRST_PASSWORD))
                .build();
        takeAwayWhatJavaLeft();
        return command;
    }

    /**
     * Removes the folder outside the data folder that the builder leaves: it asks other Javas what they can do, without
     * {@code -XX:-UsePerfData}, and each makes a folder in the machine's own /tmp. One that another program uses is not
     * empty and stays.
     */
    private static void takeAwayWhatJavaLeft() {
        try {
            Files.deleteIfExists(Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name")));
        } catch (IOException inUse) {
            // not ours to remove
        }
    }

    void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "no answer";
        long told = 0;
        while (!ended().isDone() && !Files.exists(failed) && Instant.now().isBefore(deadline)) {
            last = askHealth();
            if ("200".equals(last)) {
                return;
            }
            long tells = log.toFile().length();
            if (tells > told) {
                told = tells;
                deadline = Instant.now().plus(PATIENCE);
            }
            PollDelay.briefly();
        }
        Integer exit = ended().getNow(null);
        throw new LaunchFailure(
                exit == null
                        ? "The server did not become ready (" + last + "); see " + log + "."
                        : "The server did not start: " + Ending.of(exit, log) + ".");
    }

    private String askHealth() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(localAddress() + "health/ready").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            if (status == 200) {
                return "200";
            }
            try (InputStream body = connection.getErrorStream()) {
                return body == null
                        ? Integer.toString(status)
                        : status + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The address to open on this machine. */
    String localAddress() {
        String host = options.bind();
        if (options.listensOnLoopbackOnly() || "0.0.0.0".equals(host) || "::".equals(host)) {
            host = "localhost";
        }
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + options.port() + "/";
    }

    /** The exit code, when it has ended. */
    CompletableFuture<Integer> ended() {
        return process.exit();
    }

    /** The sentence that says why. */
    String whyEnded(int exit) {
        return "The server ended by itself: " + Ending.of(exit, log) + ".";
    }

    @Override
    public void close() {
        process.close();
        // taken by a server that became ready; one that did not has no administrator yet
        folder.clear(FIRST_PASSWORD);
    }
}
