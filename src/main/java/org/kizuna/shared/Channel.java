package org.kizuna.shared;

import java.util.concurrent.Callable;

/** The door a change came in by. */
public enum Channel {
    PAGE,
    REST,
    IMPORT,
    SAMPLE,
    SYSTEM;

    private static final ThreadLocal<Channel> CURRENT = ThreadLocal.withInitial(() -> PAGE);

    public static Channel current() {
        return CURRENT.get();
    }

    /** Does the work with everything it writes marked as having come through this door. */
    public <T> T during(Callable<T> work) throws Exception {
        Channel before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.set(before);
        }
    }
}
