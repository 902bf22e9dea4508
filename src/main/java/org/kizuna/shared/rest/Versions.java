package org.kizuna.shared.rest;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Versions as HTTP carries them: {@code ETag} on the way out, {@code If-Match} on the way in. */
public final class Versions {

    /** No record has this version. */
    static final long NO_MATCH = -1;

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** @throws VersionMissing when the header is missing or names no version */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new VersionMissing();
        }
        String value = ifMatch.strip();
        if (value.startsWith("W/")) {
            // a weak tag matches nothing where bytes are at stake [RFC 9110, 13.1.1]
            return NO_MATCH;
        }
        try {
            return Long.parseLong(value.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new VersionMissing();
        }
    }
}
