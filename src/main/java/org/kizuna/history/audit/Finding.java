package org.kizuna.history.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as the journal, or its seals, say.
 *
 * @param place the row: its table, its key and what people call it by
 * @param field which field of it, or null for the whole row
 * @param expected what it should be, as canonical JSON or hexadecimal digits; null where that says nothing
 * @param found what it is
 */
public record Finding(
        Kind kind,
        String place,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String found) {

    /** What is the matter. */
    public enum Kind {
        /** A row of a table differs from what the journal tells of it. */
        ROW_ALTERED,
        /** A row is there of which the journal tells nothing. */
        ROW_ADDED,
        /** The journal tells of a row that is not there. */
        ROW_MISSING,
        /** A row, or what the journal keeps of it, can't be read as what it should be. */
        UNREADABLE,
        /** A change does not follow from the changes before it. */
        CHANGE_CONTRADICTS,
        /** A change set is not what was sealed. */
        CHANGE_SET_ALTERED,
        /** A change set that was sealed is gone. */
        CHANGE_SET_MISSING,
        /** A change set was put among those that were sealed. */
        CHANGE_SET_ADDED,
        /** A change set says that it was recorded long before a head was sealed under which it does not stand. */
        BACK_DATED,
        /** A change set says that it was recorded after it was sealed. */
        POST_DATED,
        /** What was journaled waits to be sealed for longer than it should. */
        SEALING_LATE,
        /** A hash of the tree is not the one that follows from its leaves. */
        TREE_ALTERED,
        /** A head does not stand for the tree, or is not signed with the server's key. */
        HEAD_FALSE
    }

    static Finding of(Kind kind, String place) {
        return new Finding(kind, place, null, null, null);
    }
}
