package org.kizuna.history;

import java.util.Arrays;

/** What happened to a row. */
public enum Operation {
    INSERT,
    UPDATE,
    DELETE;

    /** Whether the journal's word is one of these. */
    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(one -> one.name().equals(word));
    }
}
