package org.kizuna.launch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A MariaDB server out of a jar, listening on loopback, with its files in the data folder. */
final class EmbeddedDatabase implements Database {

    /** Set once the set-up is complete: what an interrupted first start left is thrown away. */
    private static final String READY = "database.ready";

    private static final String LOG = "database.log";

    private static final String SET_UP = "database.sql";

    /** Where the server keeps what it sorts on disk: in a folder of all, another one takes that for its own leftovers. */
    static final String TEMPORARY = "database.tmp";

    private static final long LEAST_MEMORY = 256L << 20;
    private static final long MOST_MEMORY = 8L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final String address;
    private @Nullable OwnedProcess process;

    private EmbeddedDatabase(DataFolder folder, String address) {
        this.folder = folder;
        this.address = address;
    }

    /** Starts the process; {@link #awaitReady()} waits until it answers. */
    static EmbeddedDatabase start(BuildLayout house, DataFolder folder) {
        Path data = folder.resolve("database");
        Path pidFile = folder.resolve("database.pid");
        OwnedProcess.endLeftOver(pidFile, "mariadbd");
        boolean fresh = !folder.isMarked(READY);
        if (fresh) {
            folder.clear("database");
        }
        if (fresh) {
            SystemTables.create(house, folder, data);
        }
        int port = freePort();
        EmbeddedDatabase database = new EmbeddedDatabase(folder, "jdbc:mysql://127.0.0.1:" + port + "/");
        List<String> command = command(house, data, port);
        command.add("--tmpdir=" + folder.part(TEMPORARY));
        command.add("--init-file=" + database.writeSetUp(fresh));
        database.process = OwnedProcess.start(command, Map.of(), folder.log(LOG), pidFile);
        return database;
    }

    void awaitReady() {
        awaitConnections();
        if (!folder.isMarked(READY)) {
            folder.mark(READY);
        }
        folder.clear(SET_UP);
    }

    /** The server's program, its settings aside, as whoever runs this. */
    static List<String> program(BuildLayout house) {
        Path program = house.mariadb().resolve("bin/mariadbd");
        if (!Files.isExecutable(program)) {
            throw new LaunchFailure("The built-in database is not in " + house.mariadb() + " or "
                    + System.getProperty("user.name") + " may not run it; build Kizuna anew with deploy/run.sh there.");
        }
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--defaults-file=" + house.config("mysql/embedded.cnf"),
                "--basedir=" + house.mariadb(),
                "--lc-messages-dir=" + house.mariadb().resolve("share")));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static List<String> command(BuildLayout house, Path data, int port) {
        List<String> command = program(house);
        command.addAll(List.of(
                "--datadir=" + data,
                "--port=" + port,
                "--innodb-buffer-pool-size=" + memory(),
                // inside of the data folder, named from there: a socket's whole path may not exceed 107 characters
                "--socket=mariadb.sock"));
        return command;
    }

    /** Bytes to keep tables in: a quarter of what the machine has, so that all else has room beside it. */
    private static long memory() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, machine / 4));
    }

    private void awaitConnections() {
        Instant deadline = Instant.now().plus(PATIENCE);
        SQLException last = new SQLException("no answer");
        while (!ended().isDone() && Instant.now().isBefore(deadline)) {
            try (Connection connection = owner().connect()) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                last = e;
                PollDelay.briefly();
            }
        }
        Path log = folder.resolve(LOG);
        Integer exit = ended().getNow(null);
        throw new LaunchFailure(
                exit == null
                        ? "The built-in database does not answer ("
                                + Reason.firstLine(String.valueOf(last.getMessage())) + "); see " + log + "."
                        : "The built-in database did not start: " + Ending.of(exit, log) + ".",
                last);
    }

    @Override
    public CompletableFuture<Integer> ended() {
        return process == null ? new CompletableFuture<>() : process.exit();
    }

    @Override
    public String whyEnded(int exit) {
        return "The built-in database ended by itself: " + Ending.of(exit, folder.resolve(LOG)) + ".";
    }

    /** What the server runs as itself before anybody can connect: at every start what an older set-up left open. */
    private Path writeSetUp(boolean fresh) {
        String sql = """
                DELETE FROM mysql.global_priv WHERE User = '';
                DELETE FROM mysql.db WHERE User = '' OR Db LIKE 'test%';
                DROP DATABASE IF EXISTS test;
                FLUSH PRIVILEGES;
                """;
        if (fresh) {
            sql += """
                    CREATE DATABASE kizuna CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
                    CREATE USER 'kizuna_owner'@'localhost' IDENTIFIED BY '%s';
                    GRANT ALL ON kizuna.* TO 'kizuna_owner'@'localhost' WITH GRANT OPTION;
                    CREATE USER 'kizuna_app'@'localhost' IDENTIFIED BY '%s';
                    """.formatted(owner().password(), application().password());
        }
        Path file = folder.resolve(SET_UP);
        folder.writePrivately(file, sql);
        return file;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LaunchFailure("No free port was found on this machine: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Account owner() {
        return account("kizuna_owner", "database.owner.password");
    }

    @Override
    public Account application() {
        return account("kizuna_app", "database.application.password");
    }

    private Account account(String user, String secret) {
        return new Account(Account.withSettings(address + "kizuna?sslMode=DISABLED"), user, folder.secret(secret));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
