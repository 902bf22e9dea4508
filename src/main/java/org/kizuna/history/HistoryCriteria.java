package org.kizuna.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RecordRef;

/**
 * Which changes a list shows; null means any.
 *
 * @param record the changed record itself
 * @param from first day of the organisation, inclusive
 * @param to last day of the organisation, inclusive
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
