package org.kizuna.security.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.Roles;

/** Accounts that need an administrator. */
@Dependent
public class AccountsToday implements TodayPart {

    @Inject
    private AccountQueries accounts;

    @Override
    public int place() {
        return 70;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.ADMINISTRATOR)) {
            today.due("due.names", accounts.namesToChange().size(), "/security/accounts");
            today.due("due.roles", accounts.countConflicting(), "/security/accounts?conflicting=yes");
            today.next("account.new", "/security/account");
            today.next("accounts", "/security/accounts");
        }
    }
}
