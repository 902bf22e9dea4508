package org.kizuna.feature;

import java.util.List;
import org.kizuna.shared.RecordRef;

/**
 * That somebody should know something of a record.
 *
 * @param kind name of a {@link NoticeKind}
 * @param record of which it is told
 * @param reference of the record
 * @param words what stands in the places of the kind's words, in their order; the reader's language writes the rest
 * @param to which of those who hold one of the kind's roles
 */
public record Notice(String kind, RecordRef record, String reference, List<String> words, Audience to) {

    public Notice {
        words = List.copyOf(words);
    }

    /** Who is told, of those who hold one of the kind's roles. Whoever does it is not told of it. */
    public enum Audience {
        ALL,
        /** Those who wrote the record's terms. */
        AUTHORS,
        /** Those who did not, and may judge them. */
        OTHERS
    }
}
