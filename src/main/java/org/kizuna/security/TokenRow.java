package org.kizuna.security;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One access token in a list. */
public record TokenRow(
        long id,
        String name,
        Instant recordedAt,
        LocalDate expiresOn,
        @Nullable Instant revokedAt) {}
