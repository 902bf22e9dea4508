package org.kizuna.document;

import java.time.Instant;
import org.kizuna.shared.RecordRef;

/**
 * One document in a list.
 *
 * @param sha256 hexadecimal
 */
public record DocumentRow(
        long id,
        RecordRef record,
        String title,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        boolean withdrawn,
        String recordedBy,
        Instant recordedAt) {}
