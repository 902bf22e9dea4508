package org.kizuna.security;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session, or a request with credentials, knows about its account.
 *
 * @param passwordToChange whether nothing can be done before the password is changed
 * @param version of the account; when it moves on, what is known here is asked for anew
 */
public record SignedIn(
        long accountId,
        long version,
        String username,
        String displayName,
        Set<String> roles,
        boolean passwordToChange,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String theme)
        implements Serializable {

    static SignedIn of(Account account) {
        return new SignedIn(
                account.id(),
                account.version(),
                account.username(),
                account.displayName(),
                Set.copyOf(account.roles()),
                account.isPasswordToChange(),
                account.language(),
                account.timeZone(),
                account.theme());
    }
}
