package org.kizuna.installation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Logger;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;

/** Runs at every start and does something only when there is no account yet. */
@Singleton
@Startup
@DependsOn("MigrationSteps")
@PermitAll
public class Installation {

    private static final Logger LOG = Logger.getLogger(Installation.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccountRegister accounts;

    @Inject
    private Samples samples;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void fill() {
        if (!isEmpty()) {
            return;
        }
        try {
            Path given = Path.of(System.getProperty("kizuna.first.password", "first.password"));
            if (Files.exists(given)) {
                String password = Files.readString(given);
                Files.delete(given);
                Caller.as(
                        "installation", Set.of(Roles.ADMINISTRATOR), () -> Channel.SYSTEM.during(() -> open(password)));
            } else if (Boolean.getBoolean("kizuna.samples")) {
                samples.load();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The empty database could not be filled", e);
        }
    }

    private boolean isEmpty() {
        return entities.createQuery("select a.id from Account a", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private String open(String password) {
        LOG.info("Creating the first administrator");
        return accounts.open(
                new AccountData("admin", "Administrator", null, Set.of(Roles.ADMINISTRATOR), true), password);
    }
}
