package org.kizuna.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/**
 * Which part of the journal.
 *
 * @param cooperation the record whose cooperation is meant, with everything that depends on it; null for all
 * @param from first day, UTC, inclusive; null for the beginning
 * @param to last day, UTC, inclusive; null for the end
 */
public record HistoryScope(
        @Nullable RecordRef cooperation,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final HistoryScope EVERYTHING = new HistoryScope(null, null, null);
}
