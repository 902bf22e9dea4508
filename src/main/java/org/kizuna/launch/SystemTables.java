package org.kizuna.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The tables in which a MariaDB server keeps its accounts, as {@code mariadb-install-db} makes them, but without the
 * database {@code test} and the account without a name, and without a file outside of the data folder.
 */
final class SystemTables {

    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private static final long PATIENCE_SECONDS = 120;

    private SystemTables() {}

    /** @param data the database's folder, which is empty or not there */
    static void create(BuildLayout house, DataFolder folder, Path data) {
        Path log = folder.log("database.log");
        List<String> command = new ArrayList<>(List.of(
                "--bootstrap",
                "--datadir=" + data,
                "--tmpdir=" + folder.part(EmbeddedDatabase.TEMPORARY),
                "--log-warnings=0",
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K"));
        command.addAll(0, EmbeddedDatabase.program(house));
        try {
            Files.createDirectories(data, DataFolder.ONLY_OWNER);
            Process process = new ProcessBuilder(OwnedProcess.alone(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                write(house, in);
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LaunchFailure(
                        "The built-in database was not set up within " + PATIENCE_SECONDS + " s; see " + log + ".");
            }
            if (process.exitValue() != 0) {
                throw new LaunchFailure("The built-in database can't be set up in " + data + ": "
                        + Ending.of(process.exitValue(), log) + ".");
            }
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The built-in database can't be set up in " + data + ": " + Reason.of(e) + "; see " + log + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("The start was interrupted.", e);
        }
    }

    private static void write(BuildLayout house, OutputStream in) throws IOException {
        // who starts the server administers it, over its socket and without a password
        in.write("""
                CREATE DATABASE mysql;
                USE mysql;
                SET @auth_root_socket = '%s';
                """.formatted(System.getProperty("user.name").replace("'", "''"))
                .getBytes(StandardCharsets.UTF_8));
        for (String script : SCRIPTS) {
            Files.copy(house.mariadb().resolve("share").resolve(script), in);
            in.write('\n');
        }
    }
}
