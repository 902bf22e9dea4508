package org.kizuna.history.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;

/**
 * A change as REST gives it.
 *
 * @param sequence number of the change set
 * @param kind name of the changed record's kind; null for a note, whose fields say what there is to say
 */
public record ChangeJson(
        long sequence,
        int position,
        String recordedAt,
        String actor,
        String role,
        String channel,
        String action,
        @Nullable String reason,
        @Nullable String kind,
        @Nullable String reference,
        @Nullable String operation,
        @Nullable Long version,
        List<FieldChange> fields) {

    static ChangeJson of(JournalEntry entry) {
        return new ChangeJson(
                entry.changeSet(),
                entry.position(),
                entry.recordedAt().toString(),
                entry.actor(),
                entry.role(),
                entry.channel(),
                entry.action(),
                entry.reason(),
                entry.entity(),
                entry.reference(),
                entry.operation() == null ? null : entry.operation().name(),
                entry.version(),
                entry.readableFields());
    }
}
