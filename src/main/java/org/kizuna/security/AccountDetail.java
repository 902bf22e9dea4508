package org.kizuna.security;

import java.util.Set;

/**
 * One account.
 *
 * @param id surrogate id, by which the journal knows it
 */
public record AccountDetail(long id, long version, AccountData data) {

    static AccountDetail of(Account account) {
        return new AccountDetail(
                account.id(),
                account.version(),
                new AccountData(
                        account.username(),
                        account.displayName(),
                        account.email(),
                        account.addressShared(),
                        Set.copyOf(account.roles()),
                        account.active()));
    }
}
