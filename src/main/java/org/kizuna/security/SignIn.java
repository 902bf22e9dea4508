package org.kizuna.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Intent;
import org.kizuna.shared.Intents;
import org.kizuna.shared.Noted;
import org.kizuna.shared.Time;

/** Tells whether somebody is who they say. Every answer but a token's is journaled. */
@Stateless
public class SignIn {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Pbkdf2PasswordHash passwords;

    @Inject
    private Intents intents;

    @Inject
    private Event<Noted> noted;

    @Inject
    private Clock clock;

    @PermitAll
    public Optional<SignedIn> withPassword(String username, String password) {
        Optional<Account> known = find(username);
        boolean verified = known.map(account -> passwords.verify(password.toCharArray(), account.passwordHash()))
                .orElseGet(() -> refuseSlowly(password));
        Optional<Account> account = known.filter(found -> verified && found.active());
        note(
                account.map(Account::username).orElse("anonymous"),
                account.isPresent() ? "SignIn.succeeded" : "SignIn.failed",
                username);
        return account.map(SignedIn::of);
    }

    /** An unknown name takes as long to refuse as a wrong password. */
    private boolean refuseSlowly(String password) {
        passwords.generate(password.toCharArray());
        return false;
    }

    @PermitAll
    public Optional<SignedIn> withToken(String token) {
        return entities
                .createQuery(
                        "select a from AccessToken t join t.account a where t.tokenHash = :hash and t.revokedAt is null"
                                + " and t.expiresOn >= :today and a.active = true",
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
        note(username, "SignIn.ended", username);
    }

    private Optional<Account> find(String username) {
        return entities
                .createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultList()
                .stream()
                .findFirst();
    }

    private void note(String actor, String action, String username) {
        String shown = username.length() > 60 ? username.substring(0, 60) : username;
        intents.begin(new Intent(actor, "", Channel.current(), action, null));
        noted.fire(new Noted(Map.of("username", shown)));
    }
}
