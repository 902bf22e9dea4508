package org.kizuna.history.proof;

/** A change set that was sealed although something is wrong with it. */
public record SealingFinding(long changeSet, Kind kind) {

    /** What is the matter. */
    public enum Kind {
        /** It says that it was recorded long before the head was sealed under which it does not stand. */
        BACK_DATED,
        /** It says that it was recorded after it was sealed. */
        POST_DATED,
        /** It can't be read, and was sealed over its raw columns. */
        UNREADABLE
    }
}
