package org.kizuna.document;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Downloads that accounts have begun, by pages and REST alike: what goes on where one broke off is no further one. */
final class BegunDownloads {

    private static final int MOST = 10_000;

    /** How long a download that broke off is the same one. */
    private static final Duration SAME = Duration.ofHours(1);

    private final Map<Begun, Instant> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Begun, Instant> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param from first byte that is asked for
     * @return whether this begins a download
     */
    synchronized boolean begins(String account, long document, long from, Instant now) {
        Begun begun = new Begun(account, document);
        Instant known = from == 0 ? null : since.get(begun);
        if (known != null && known.plus(SAME).isAfter(now)) {
            return false;
        }
        since.remove(begun);
        since.put(begun, now);
        return true;
    }

    private record Begun(String account, long document) {}
}
