package org.kizuna.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Text;

/** One import in a list; its file's name without signs that nobody sees, whenever it was brought. */
public record ImportRow(
        long id,
        long version,
        Reference reference,
        String fileName,
        String source,
        ImportStatus status,
        int rowCount,
        @Nullable Long documentId,
        String recordedBy,
        Instant recordedAt,
        @Nullable Instant committedAt) {

    public ImportRow {
        fileName = Text.shown(fileName);
        fileName = fileName.isEmpty() ? reference.value() : fileName;
    }
}
