package org.kizuna.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;

/** The sample accounts and data, entered through the doors a user has. */
@ApplicationScoped
class Samples {

    @Inject
    private AccountRegister accounts;

    @Inject
    private InstallationRegister installation;

    void load() throws Exception {
        as("installation", Roles.ADMINISTRATOR, () -> {
            installation.markSamples();
            openAccounts();
            return true;
        });
    }

    private void openAccounts() {
        open("officer", "Sample Officer", Roles.OFFICER);
        open("officer2", "Second Sample Officer", Roles.OFFICER);
        open("approver", "Sample Approver", Roles.APPROVER);
        open("treasurer", "Sample Treasurer", Roles.TREASURER);
        open("manager", "Sample Manager", Roles.MANAGER);
        open("auditor", "Sample Auditor", Roles.AUDITOR);
        open("admin", "Sample Administrator", Roles.ADMINISTRATOR);
    }

    private void open(String username, String displayName, String role) {
        accounts.openSample(new AccountData(username, displayName, null, Set.of(role), true), username);
    }

    private static <T> T as(String username, String role, Callable<T> work) throws Exception {
        return Caller.as(username, Set.of(role), () -> Channel.SAMPLE.during(work));
    }
}
