package org.kizuna.document;

import java.time.Instant;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Text;

/**
 * One document in a list; its names without signs that nobody sees, whenever it was recorded.
 *
 * @param sha256 hexadecimal
 */
public record DocumentRow(
        long id,
        long version,
        RecordRef record,
        String title,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        boolean withdrawn,
        String recordedBy,
        Instant recordedAt) {

    public DocumentRow {
        fileName = Text.shown(fileName);
        fileName = fileName.isEmpty() ? "document-" + id : fileName;
        title = Text.shown(title);
        title = title.isEmpty() ? fileName : title;
    }
}
