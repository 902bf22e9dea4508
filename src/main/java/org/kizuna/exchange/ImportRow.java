package org.kizuna.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/** One import in a list. */
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
        @Nullable Instant committedAt) {}
