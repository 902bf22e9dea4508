package org.kizuna.exchange;

import java.util.List;

/**
 * Something to know about a row before it is entered.
 *
 * @param column header of the column it belongs to
 * @param key key of the sentence
 * @param arguments what the sentence's placeholders stand for
 */
public record Finding(Severity severity, String column, String key, List<Object> arguments) {

    /** Whether the row can be entered all the same. */
    public enum Severity {
        /** As usual, and worth knowing. */
        NOTE,
        /** Unusual; can be entered. */
        WARNING,
        /** Can't be entered until it is mended. */
        ERROR
    }
}
