package org.kizuna.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work as the table has it.
 *
 * @param name of its kind
 * @param key which one of its kind
 * @param content what was asked, as its owner writes it down; null where it was due of itself
 * @param askedBy null where it was due of itself
 * @param attempts how often somebody began it
 * @param percent of it that is done
 * @param result what its owner remembers of the outcome, or why it failed
 */
public record JobRow(
        long id,
        String name,
        String key,
        @Nullable String content,
        @Nullable String askedBy,
        Instant askedAt,
        JobState state,
        int attempts,
        int percent,
        @Nullable String result,
        @Nullable Instant endedAt) {}
