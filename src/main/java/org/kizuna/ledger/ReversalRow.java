package org.kizuna.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to take an entry back, or an import all of whose entries are to be taken back.
 *
 * @param countsOn the day the reversal would count on; null where it is of an import, and each counts on its entry's day
 * @param batch the import
 * @param answerer the role that confirms it, where it is of an import
 */
public record ReversalRow(
        String askedBy,
        Instant askedAt,
        @Nullable LocalDate countsOn,
        String reason,
        @Nullable String batch,
        @Nullable String answerer)
        implements Serializable {}
