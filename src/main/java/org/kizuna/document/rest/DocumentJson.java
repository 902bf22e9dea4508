package org.kizuna.document.rest;

import org.kizuna.document.DocumentRow;

/**
 * An attached file as REST gives it.
 *
 * @param kind name of the kind of record it is attached to, as the journal calls it
 * @param reference what that record is called
 * @param sha256 hexadecimal
 * @param withdrawn whether it is given to nobody any more
 * @param version to be sent with {@code If-Match}
 * @param file address of what it holds
 */
public record DocumentJson(
        long id,
        String kind,
        String reference,
        String title,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        boolean withdrawn,
        String recordedBy,
        String recordedAt,
        long version,
        String file) {

    static DocumentJson of(DocumentRow row, String reference) {
        return new DocumentJson(
                row.id(),
                row.record().kind(),
                reference,
                row.title(),
                row.fileName(),
                row.mediaType(),
                row.sizeBytes(),
                row.sha256(),
                row.withdrawn(),
                row.recordedBy(),
                row.recordedAt().toString(),
                row.version(),
                "/api/v1/documents/" + row.id() + "/file");
    }
}
