package org.kizuna.history.publish;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a head was sent somewhere, or was to be.
 *
 * @param day for which, UTC
 * @param place address, without passwords
 * @param size of the head's tree
 * @param detail why it failed, as the other side or the network says it
 */
public record Publication(
        LocalDate day,
        String place,
        long size,
        Instant at,
        Outcome outcome,
        @Nullable String detail) {}
