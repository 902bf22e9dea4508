package org.kizuna.exchange.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.ImportRow;

/**
 * An import in a list as REST gives it.
 *
 * @param source who says what it says
 * @param document id of the file itself among the attached files
 * @param version to be sent with {@code If-Match}
 */
public record ImportItemJson(
        String reference,
        String fileName,
        String source,
        String status,
        int rowCount,
        @Nullable Long document,
        String recordedBy,
        String recordedAt,
        @Nullable String enteredAt,
        long version) {

    static ImportItemJson of(ImportRow row) {
        return new ImportItemJson(
                row.reference().value(),
                row.fileName(),
                row.source(),
                row.status().name(),
                row.rowCount(),
                row.documentId(),
                row.recordedBy(),
                row.recordedAt().toString(),
                row.committedAt() == null ? null : row.committedAt().toString(),
                row.version());
    }
}
