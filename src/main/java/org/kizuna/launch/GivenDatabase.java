package org.kizuna.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A MySQL server that somebody else runs.
 *
 * @param url JDBC address, as {@code jdbc:mysql://host:3306/kizuna}
 * @param user account that may create and alter tables; it migrates
 * @param appUser account of the running application; null lets the start create one
 * @param appHost whence the account that the start creates may come, as MySQL writes it; "%" is everywhere
 * @param tls how the connection is protected, by one of the driver's names; null leaves it to the address
 */
public record GivenDatabase(
        String url,
        String user,
        String password,
        @Nullable String appUser,
        @Nullable String appPassword,
        String appHost,
        @Nullable String tls) {

    private static final List<String> TLS =
            List.of("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY");

    /** A name, an address with or without its mask, and the wildcards of both. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_%/-]{1,255}");

    static @Nullable GivenDatabase from(Map<String, String> environment) {
        String url = environment.get("KIZUNA_DB_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        if (!url.startsWith("jdbc:mysql://")) {
            throw new LaunchFailure(
                    "KIZUNA_DB_URL must look like jdbc:mysql://host:3306/kizuna, but is \"" + url + "\".");
        }
        return new GivenDatabase(
                url,
                required(environment, "KIZUNA_DB_USER"),
                environment.getOrDefault("KIZUNA_DB_PASSWORD", ""),
                environment.get("KIZUNA_DB_APP_USER"),
                environment.get("KIZUNA_DB_APP_PASSWORD"),
                host(environment.getOrDefault("KIZUNA_DB_APP_HOST", "%")),
                tls(environment.get("KIZUNA_DB_TLS")));
    }

    /** The address with what is asked of it: a key that the server sends in the clear is not taken unless it says so. */
    String jdbcUrl() {
        return tls == null ? url : url + (url.contains("?") ? "&" : "?") + "sslMode=" + tls;
    }

    private static String host(String pattern) {
        if (!HOST.matcher(pattern).matches()) {
            throw new LaunchFailure(
                    "KIZUNA_DB_APP_HOST must look like %, 10.1.2.% or app.example.org, but is \"" + pattern + "\".");
        }
        return pattern;
    }

    private static @Nullable String tls(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String mode = given.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!TLS.contains(mode)) {
            throw new LaunchFailure(
                    "KIZUNA_DB_TLS must be one of " + String.join(", ", TLS) + ", but is \"" + given + "\".");
        }
        return mode;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LaunchFailure("KIZUNA_DB_URL is set, so " + name + " must be set too.");
        }
        return value;
    }
}
