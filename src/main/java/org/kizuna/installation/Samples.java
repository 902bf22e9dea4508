package org.kizuna.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import org.kizuna.document.Content;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Work;

/** The sample accounts and data, entered through the doors a user has. */
@ApplicationScoped
class Samples {

    private static final Logger LOG = Logger.getLogger(Samples.class.getName());
    private static final String STATEMENT_SOURCE =
            "UN System Chief Executives Board for Coordination (CEB), financial statistics of the UN system";

    @Inject
    private AccountRegister accounts;

    @Inject
    private InstallationRegister installation;

    @Inject
    private ImportRegister imports;

    @Inject
    private ImportQueries importQueries;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private SampleRates rates;

    @Inject
    private JapanCase japan;

    void load() throws IOException {
        LOG.info("Loading the sample data");
        as("admin", Roles.ADMINISTRATOR, () -> {
            installation.beginSamples();
            openAccounts();
            rates.load();
            return true;
        });
        Reference statement = as("officer", Roles.OFFICER, this::enterStatement);
        as("treasurer", Roles.TREASURER, () -> {
            ledger.confirmBatch(statement.value());
            return true;
        });
        japan.load();
        as("admin", Roles.ADMINISTRATOR, () -> {
            installation.endSamples();
            return true;
        });
        LOG.info("The sample data are loaded");
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

    private Reference enterStatement() {
        Reference reference = imports.bring(STATEMENT_SOURCE, resource("unido-contributions-2013-2024.csv"));
        ImportRow batch = importQueries.find(reference.value()).orElseThrow();
        imports.enter(reference, batch.version());
        return reference;
    }

    static Content resource(String name) {
        return new Content() {
            @Override
            public String fileName() {
                return name;
            }

            @Override
            public InputStream open() {
                return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
            }
        };
    }

    static <T, E extends Exception> T as(String username, String role, Work<T, E> work) throws E {
        return Caller.as(username, Set.of(role), () -> Channel.SAMPLE.during(work));
    }
}
