package org.kizuna.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/**
 * Which changes a list shows; null means any.
 *
 * @param record the changed record itself
 * @param from first day, UTC, inclusive
 * @param to last day, UTC, inclusive
 */
public record HistoryCriteria(
        @Nullable RecordRef record,
        @Nullable String actor,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static HistoryCriteria ofRecord(RecordRef record) {
        return new HistoryCriteria(record, null, null, null, null);
    }
}
