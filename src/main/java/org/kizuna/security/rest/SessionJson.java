package org.kizuna.security.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.security.SessionRow;

/**
 * A place where an account is signed in on the pages, as REST gives it.
 *
 * @param seenAt when somebody last did something there, to the minute
 * @param program the browser, as {@code Firefox}
 * @param system as {@code Windows}; null where nobody knows it
 */
public record SessionJson(
        long id,
        String beganAt,
        String seenAt,
        String address,
        String program,
        @Nullable String system) {

    static SessionJson of(SessionRow row) {
        return new SessionJson(
                row.id(),
                row.beganAt().toString(),
                row.seenAt().toString(),
                row.address(),
                row.browser().program(),
                row.browser().system());
    }
}
