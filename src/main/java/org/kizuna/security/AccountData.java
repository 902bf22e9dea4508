package org.kizuna.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about an account.
 *
 * @param username stays what it was first
 * @param roles of {@link Roles#ALL}
 */
public record AccountData(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        Set<String> roles,
        boolean active) {}
