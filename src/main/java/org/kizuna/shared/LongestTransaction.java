package org.kizuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a transaction may take: {@code kizuna.transaction.longest}, in seconds, or {@code KIZUNA_TRANSACTION_LONGEST}
 * in the environment. The server's transaction time-out is the same setting and enforces it. What was recorded is
 * committed, and can be sealed, that much later at the most.
 */
@ApplicationScoped
public class LongestTransaction {

    /** The longest that may be set. */
    public static final Duration MOST = Duration.ofHours(1);

    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Duration set;

    /** @throws IllegalArgumentException when it is shorter than half a minute or longer than an hour */
    @Inject
    LongestTransaction(@ConfigProperty(name = "kizuna.transaction.longest", defaultValue = "300") int seconds) {
        set = Duration.ofSeconds(seconds);
        if (set.compareTo(LEAST) < 0 || set.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("kizuna.transaction.longest is " + seconds + "; it is between "
                    + LEAST.toSeconds() + " and " + MOST.toSeconds() + " seconds");
        }
    }

    /** For the container's proxy. */
    protected LongestTransaction() {
        this(300);
    }

    public Duration duration() {
        return set;
    }
}
