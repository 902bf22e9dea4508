package org.kizuna.history.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change in a reader's words.
 *
 * @param what what was done, as a sentence
 * @param link address of the record's page, or null
 */
public record ChangeRow(
        long sequence,
        Instant at,
        String actor,
        String role,
        String channel,
        String what,
        @Nullable String kind,
        @Nullable String reference,
        @Nullable String link,
        @Nullable String reason,
        List<Field> fields) {

    /** One field, before and after. */
    public record Field(
            String label, @Nullable String before, @Nullable String after, String actor, Instant at) {}
}
