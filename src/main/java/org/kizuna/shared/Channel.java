package org.kizuna.shared;

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
    public <T, E extends Exception> T during(Work<T, E> work) throws E {
        try (Scope scope = begin()) {
            return work.run();
        }
    }

    /** What is done until the scope is closed comes in through this channel. */
    public Scope begin() {
        Channel before = CURRENT.get();
        CURRENT.set(this);
        return () -> CURRENT.set(before);
    }

    /** A stretch of work. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
