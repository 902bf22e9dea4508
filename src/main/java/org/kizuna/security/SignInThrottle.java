package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds back whoever guesses passwords. After ten wrong ones in a row an account waits a minute for whom it does not
 * know; a browser that signed in to it before is counted by itself, so that nobody keeps its owner out; and from an
 * address that never failed at it, it answers until a hundred have failed. An address is delayed only when many different
 * names failed from it. What is remembered is bounded, and forgotten after a quarter of an hour.
 */
@ApplicationScoped
class SignInThrottle {

    /** What whoever signs in is to expect. */
    enum Answer {
        GO,
        DELAYED,
        REFUSED
    }

    private static final int TRIES = 10;
    private static final int TRIES_FROM_EVERYWHERE = 100;
    private static final int NAMES = 20;
    private static final int MOST = 10_000;
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final Map<String, Failures> failures = bounded();
    private final Map<String, Names> addresses = bounded();
    private final Clock clock;

    @Inject
    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("NullAway") // what CDI makes a proxy of asks nothing
    protected SignInThrottle() {
        this.clock = Clock.systemUTC();
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * @param account id of the account of that name, null where there is none
     * @param browser mark of a browser that signed in to the account before, null of any other
     */
    synchronized Answer ask(@Nullable Long account, String address, @Nullable String browser) {
        if (account != null && isHeldBack(account, address, browser)) {
            return Answer.REFUSED;
        }
        Names names = addresses.get(address);
        return names != null && isFresh(names.last) && names.failed.size() > NAMES ? Answer.DELAYED : Answer.GO;
    }

    private boolean isHeldBack(long account, String address, @Nullable String browser) {
        if (browser != null) {
            return count(account + " by " + browser, WAIT) >= TRIES;
        }
        int everywhere = count(Long.toString(account), WAIT);
        return everywhere >= TRIES_FROM_EVERYWHERE
                || (everywhere >= TRIES && count(account + " from " + address, MEMORY) > 0)
                || count(account + " from " + address, WAIT) >= TRIES;
    }

    /** Failures in a row, when the last of them is not longer ago. */
    private int count(String key, Duration ago) {
        Failures known = failures.get(key);
        return known != null && known.last.plus(ago).isAfter(clock.instant()) ? known.count : 0;
    }

    synchronized void failed(@Nullable Long account, String name, String address, @Nullable String browser) {
        if (account != null && browser != null) {
            add(account + " by " + browser);
        } else if (account != null) {
            add(Long.toString(account));
            add(account + " from " + address);
        }
        Names names = addresses.computeIfAbsent(address, key -> new Names());
        if (!isFresh(names.last)) {
            names.failed.clear();
        }
        names.last = clock.instant();
        if (names.failed.size() <= NAMES) {
            names.failed.add(name.hashCode());
        }
    }

    private void add(String key) {
        Failures before = failures.get(key);
        int count = before == null || !isFresh(before.last) ? 0 : before.count;
        failures.put(key, new Failures(count + 1, clock.instant()));
    }

    /** What failed before from there or by that browser is forgiven; what others tried elsewhere is not. */
    synchronized void succeeded(long account, String address, @Nullable String browser) {
        failures.remove(account + " from " + address);
        if (browser == null) {
            failures.remove(Long.toString(account));
        } else {
            failures.remove(account + " by " + browser);
        }
    }

    private boolean isFresh(Instant last) {
        return last.plus(MEMORY).isAfter(clock.instant());
    }

    private record Failures(int count, Instant last) {}

    /** Different names that failed from one address, as many as matter. */
    private static final class Names {
        private final Set<Integer> failed = new HashSet<>();
        private Instant last = Instant.EPOCH;
    }
}
