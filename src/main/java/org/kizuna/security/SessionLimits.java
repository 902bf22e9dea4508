package org.kizuna.security;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a session lives: {@code KIZUNA_IDLE_MINUTES} (15 to 480, else 60) after somebody last did something in it,
 * and half a day at most; ten minutes before anybody signs in.
 */
final class SessionLimits {

    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(10);

    private static final int USUAL = 60;
    private static final int SHORTEST_IDLE = 15;
    private static final int LONGEST_IDLE = 480;

    private SessionLimits() {}

    static Duration idle() {
        int minutes = ConfigProvider.getConfig()
                .getOptionalValue("kizuna.idle-minutes", Integer.class)
                .orElse(USUAL);
        return Duration.ofMinutes(Math.max(SHORTEST_IDLE, Math.min(LONGEST_IDLE, minutes)));
    }
}
