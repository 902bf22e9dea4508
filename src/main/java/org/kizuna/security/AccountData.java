package org.kizuna.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about an account.
 *
 * @param username stays what it was first
 * @param addressShared whether several persons read that address, so that it joins nobody's accounts
 * @param roles of {@link Roles#ALL}
 */
public record AccountData(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        boolean addressShared,
        Set<String> roles,
        boolean active) {

    public AccountData(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String email,
            Set<String> roles,
            boolean active) {
        this(username, displayName, email, false, roles, active);
    }
}
