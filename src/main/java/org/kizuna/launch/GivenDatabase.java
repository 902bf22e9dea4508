package org.kizuna.launch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A MySQL server that somebody else runs.
 *
 * @param url JDBC address, as {@code jdbc:mysql://host:3306/kizuna}
 * @param user account that may create and alter tables; it migrates
 * @param appUser account of the running application; null lets the start create one
 */
public record GivenDatabase(
        String url,
        String user,
        String password,
        @Nullable String appUser,
        @Nullable String appPassword) {

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
                environment.get("KIZUNA_DB_APP_PASSWORD"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LaunchFailure("KIZUNA_DB_URL is set, so " + name + " must be set too.");
        }
        return value;
    }
}
