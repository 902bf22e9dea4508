package org.kizuna.security.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.AccountDetail;
import org.kizuna.security.AccountRow;

/**
 * An account as REST gives it.
 *
 * @param addressShared whether several persons read that address, so that it joins nobody's accounts
 * @param active whether anybody may sign in with it
 * @param version to be sent with {@code If-Match}
 */
public record AccountJson(
        String username,
        String displayName,
        @Nullable String email,
        boolean addressShared,
        List<String> roles,
        boolean active,
        long version) {

    static AccountJson of(AccountDetail account) {
        return new AccountJson(
                Objects.requireNonNull(account.data().username()),
                Objects.requireNonNull(account.data().displayName()),
                account.data().email(),
                account.data().addressShared(),
                account.data().roles().stream().sorted().toList(),
                account.data().active(),
                account.version());
    }

    /** An account in a list. */
    public record Item(
            String username, String displayName, @Nullable String email, boolean active) {

        static Item of(AccountRow row) {
            return new Item(row.username(), row.displayName(), row.email(), row.active());
        }
    }
}
