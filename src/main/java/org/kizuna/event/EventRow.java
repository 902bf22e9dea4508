package org.kizuna.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/** One event in a list. */
public record EventRow(
        long id,
        long version,
        Reference reference,
        String title,
        EventKind kind,
        EventMode mode,
        EventStatus status,
        LocalDate startOn,
        @Nullable LocalTime startTime,
        String timeZone,
        Instant startsAt,
        @Nullable Reference series,
        @Nullable String seriesTitle) {}
