package org.kizuna.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that did not arrive is tried again: each time later, for about two days. */
final class Retry {

    static final int ATTEMPTS = 10;

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(12);

    private Retry() {}

    /**
     * @param attempts that failed
     * @return empty when it is given up
     */
    static Optional<Instant> after(int attempts, Instant now) {
        if (attempts >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration delay = FIRST.multipliedBy(1L << (2 * (attempts - 1)));
        return Optional.of(now.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay));
    }
}
