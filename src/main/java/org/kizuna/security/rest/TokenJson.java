package org.kizuna.security.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.security.TokenRow;

/**
 * An access token as REST gives it, without the token itself.
 *
 * @param expiresOn last day on which it speaks for the account
 */
public record TokenJson(
        long id,
        String name,
        String recordedAt,
        String expiresOn,
        @Nullable String revokedAt) {

    static TokenJson of(TokenRow row) {
        return new TokenJson(
                row.id(),
                row.name(),
                row.recordedAt().toString(),
                row.expiresOn().toString(),
                row.revokedAt() == null ? null : row.revokedAt().toString());
    }
}
