package org.kizuna.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody left it, for that person alone.
 *
 * @param address of the page, with its query, percent-encoded; at most 700 characters
 * @param kind of the record that is being changed, or null where it is a new one
 * @param reference of that record
 * @param title of the page
 * @param content the form's fields and rows as JSON, at most 1 MB
 */
public record Draft(
        String address,
        @Nullable String kind,
        @Nullable String reference,
        String title,
        String content,
        Instant savedAt) {}
