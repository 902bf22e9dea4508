package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** After ten wrong passwords in a row a name has to wait a minute. */
@ApplicationScoped
class SignInThrottle {

    private static final int TRIES = 10;
    private static final int MOST = 10_000;
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final Map<String, Failures> byName = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    private Clock clock;

    boolean refuses(String username) {
        synchronized (byName) {
            Failures failures = byName.get(key(username));
            return failures != null
                    && failures.count() >= TRIES
                    && failures.last().plus(WAIT).isAfter(clock.instant());
        }
    }

    void remember(String username, boolean succeeded) {
        synchronized (byName) {
            if (succeeded) {
                byName.remove(key(username));
            } else {
                byName.merge(
                        key(username),
                        new Failures(1, clock.instant()),
                        (before, now) -> new Failures(before.count() + 1, now.last()));
            }
        }
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    private record Failures(int count, Instant last) {}
}
