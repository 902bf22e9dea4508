package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords are slow to verify on purpose, and HTTP Basic sends one with every request: what was verified a moment
 * ago is remembered, under a hash salted with a secret of this process.
 */
@ApplicationScoped
class VerifiedCredentials {

    private static final int MOST = 1000;
    private static final Duration TRUST = Duration.ofHours(1);

    private final String salt = Tokens.fresh();

    private final Map<String, Remembered> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    private Clock clock;

    Optional<SignedIn> find(String credentials) {
        synchronized (byHash) {
            Remembered remembered = byHash.get(Tokens.hash(salt + credentials));
            return remembered == null || remembered.until().isBefore(clock.instant())
                    ? Optional.empty()
                    : Optional.of(remembered.account());
        }
    }

    void remember(String credentials, SignedIn account) {
        synchronized (byHash) {
            byHash.put(
                    Tokens.hash(salt + credentials),
                    new Remembered(account, clock.instant().plus(TRUST)));
        }
    }

    private record Remembered(SignedIn account, Instant until) {}
}
