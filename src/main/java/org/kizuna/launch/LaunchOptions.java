package org.kizuna.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for.
 *
 * @param port HTTP port
 * @param bind address to listen on
 * @param data folder that keeps database, logs and secrets; never inside the build's folder
 * @param empty no sample data: one administrator with a generated password
 * @param database the MySQL server to use instead of the embedded one, or null
 */
public record LaunchOptions(
        int port,
        String bind,
        Path data,
        boolean empty,
        @Nullable GivenDatabase database) {

    static final String USAGE = """
            Usage: deploy/run.sh [--port N] [--bind ADDRESS] [--data DIR] [--empty]
              --port N        HTTP port (default 8080)
              --bind ADDRESS  address to listen on (default 127.0.0.1)
              --data DIR      folder that keeps the data (default ~/.local/share/kizuna)
              --empty         no sample data; creates one administrator and prints the password once
            KIZUNA_DB_URL, KIZUNA_DB_USER and KIZUNA_DB_PASSWORD name a MySQL server to use instead of the built-in one;
            KIZUNA_DB_APP_USER and KIZUNA_DB_APP_PASSWORD name an existing account without DDL for the application;
            KIZUNA_DB_APP_HOST says whence the account may come that is created otherwise (default %);
            KIZUNA_DB_TLS is one of DISABLED, PREFERRED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY (default PREFERRED).
            """;

    /** @throws LaunchFailure when an option is unknown, incomplete or contradicts another one */
    static LaunchOptions parse(List<String> arguments, Map<String, String> environment) {
        int port = 8080;
        String bind = "127.0.0.1";
        Path data = defaultData(environment);
        boolean empty = false;
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--port" -> port = port(value(option, rest.poll()));
                case "--bind" -> bind = value(option, rest.poll());
                case "--data" -> data = folder(value(option, rest.poll()));
                case "--empty" -> empty = true;
                default -> throw new LaunchFailure("Unknown option " + option + ".\n" + USAGE);
            }
        }
        return new LaunchOptions(port, bind, data.toAbsolutePath().normalize(), empty, GivenDatabase.from(environment));
    }

    /** Sample accounts have passwords everybody knows, so they are served to this machine alone. */
    boolean listensOnLoopbackOnly() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new LaunchFailure("The address " + bind + " given with --bind is not known on this machine.", e);
        }
    }

    private static String value(String option, @Nullable String value) {
        if (value == null || value.startsWith("--")) {
            throw new LaunchFailure("The option " + option + " needs a value.\n" + USAGE);
        }
        return value;
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new LaunchFailure("--data needs the name of a folder, not \"" + value + "\".", e);
        }
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LaunchFailure("--port needs a number from 1 to 65535, not \"" + value + "\".", e);
        }
        throw new LaunchFailure("--port needs a number from 1 to 65535, not \"" + value + "\".");
    }

    private static Path defaultData(Map<String, String> environment) {
        String shared = environment.get("XDG_DATA_HOME");
        if (shared != null && !shared.isBlank()) {
            return Path.of(shared, "kizuna");
        }
        // HOME before user.home: the latter comes from the password file and ignores a HOME set for this run
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(home, ".local", "share", "kizuna");
    }
}
