package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kizuna.shared.Time;

/** Tells whether somebody is who they say. Every answer but a token's is journaled. */
@Stateless
public class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SignInOutcomes outcomes;

    @Inject
    private Clock clock;

    /** The account of that name, in whatever way it is spelled; nothing where no account has it. */
    @PermitAll
    public Optional<Long> accountOf(String name) {
        return find(name).map(Account::id);
    }

    /**
     * Computing takes its time, and no transaction waits for it.
     *
     * @param typed a name that is none is refused at once
     * @throws TooManyTries when too many others are being checked
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<SignedIn> withPassword(String typed, String password) {
        Optional<String> name = UserNames.compared(typed);
        if (name.isEmpty() || password.length() > Passwords.LONGEST) {
            return Optional.empty();
        }
        Optional<Account> known = find(name.get());
        boolean verified = known.map(account -> PasswordHashing.verify(password, account.passwordHash()))
                .orElseGet(() -> refuseSlowly(password));
        Optional<Account> account = known.filter(found -> verified && found.active());
        if (account.isEmpty()) {
            outcomes.failed(name.get());
            return Optional.empty();
        }
        if (PasswordHashing.isOutdated(account.get().passwordHash())) {
            keepAnew(account.get(), password);
        }
        return Optional.of(outcomes.succeeded(account.get().id(), mustChange(account.get(), password)));
    }

    /** Simple passwords are for samples that nobody else can reach. */
    private static boolean mustChange(Account account, String password) {
        return Exposure.isBeyondThisMachine() && Passwords.isGuessable(password, account);
    }

    private void keepAnew(Account account, String password) {
        try {
            outcomes.keepAnew(account.id(), PasswordHashing.hash(password));
        } catch (EJBException e) {
            // somebody else signed in with it at the same moment, and that is as good
            LOG.log(Level.FINE, "A password was kept anew by another", e);
        }
    }

    /** An unknown name takes as long to refuse as a wrong password. */
    private static boolean refuseSlowly(String password) {
        PasswordHashing.waste(password);
        return false;
    }

    /** Whose token it is; as {@link #again}, it asks one question and needs no transaction for it. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<SignedIn> withToken(String token) {
        return entities
                .createQuery(
                        "select a from AccessToken t join t.account a left join fetch a.roles where t.tokenHash = :hash"
                                + " and t.revokedAt is null and t.expiresOn >= :today and a.active = true",
                        Account.class)
                .setParameter("hash", Tokens.hash(token))
                .setParameter("today", Time.today(clock))
                .getResultList()
                .stream()
                .findFirst()
                .map(SignedIn::of);
    }

    /**
     * The same account as it is now, or nothing when it may no longer sign in. Each request of a program asks this, and
     * a transaction for it costs more than the question.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<SignedIn> again(SignedIn before) {
        return entities
                .createQuery(
                        "select a from Account a left join fetch a.roles where a.id = :id and a.active = true",
                        Account.class)
                .setParameter("id", before.accountId())
                .getResultList()
                .stream()
                .findFirst()
                .map(account -> account.version() == before.version() ? before : SignedIn.of(account));
    }

    @PermitAll
    public void out(String username) {
        outcomes.ended(username);
    }

    private Optional<Account> find(String name) {
        return entities
                .createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", name)
                .getResultList()
                .stream()
                // the database takes letters for the same that are not
                .filter(account -> UserNames.compared(account.username()).equals(UserNames.compared(name)))
                .findFirst();
    }
}
