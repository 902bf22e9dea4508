package org.kizuna.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.JournalNote;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.Turn;
import org.kizuna.shared.UniqueIndex;

/** The door through which accounts, their passwords and their tokens are written. */
@Stateless
@Register
public class AccountRegister {

    /** Where one's own password is asked for, as the throttle knows it. */
    private static final String PROFILE = "profile";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sessions sessions;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Event<JournalNote> noted;

    @Inject
    private Clock clock;

    /** @return the new account's name */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String open(AccountData data, String password) {
        Account account = new Account(data, "", Time.now(clock));
        requireUnlikeOthers(account);
        Passwords.require(password, account);
        account.lendPassword(PasswordHashing.hash(password));
        return store(account);
    }

    /** Sample accounts have short passwords; they exist only beside sample data. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String openSample(AccountData data, String password) {
        return store(new Account(data, PasswordHashing.hash(password), Time.now(clock)));
    }

    /** Nobody takes a name that the eye takes for another's. */
    private void requireUnlikeOthers(Account account) {
        Problems problems = new Problems();
        entities.createQuery("select a.username from Account a", String.class)
                .getResultStream()
                .filter(other -> UserNames.takenForAnother(other, account.username()))
                .findFirst()
                .ifPresent(other -> problems.add("username", "usernameLooksLike", other));
        problems.refuse();
    }

    private String store(Account account) {
        entities.persist(account);
        UniqueIndex.flush(entities, Map.of("account_username", () -> new UsernameTaken(account.username())));
        findPerson(account);
        return account.username();
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(String username, long version, AccountData data) {
        Account account = find(username);
        StaleVersion.check(account, version);
        if (account.username().equals(Caller.name())
                && (!data.active() || !data.roles().contains(Roles.ADMINISTRATOR))) {
            throw new OwnAccountKeepsItsRights();
        }
        account.change(data);
        entities.flush();
        findPerson(account);
    }

    /** Two accounts with one address are one person's, also when both are opened at once. */
    private void findPerson(Account account) {
        Turn.ACCOUNT_PERSON.take(entities);
        String address = account.addressOfOne();
        List<Account> others = address == null
                ? List.of()
                : entities.createQuery(
                                "select a from Account a where a.id <> :id and lower(a.email) = lower(:email)"
                                        + " and a.addressShared = false order by a.id",
                                Account.class)
                        .setParameter("id", account.id())
                        .setParameter("email", account.email())
                        .getResultStream()
                        .filter(other -> address.equals(other.addressOfOne()))
                        .toList();
        new Persons(entities).settle(account, others);
    }

    /** For somebody who lost theirs: all they were signed in with ends, and they change it at first use. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void setPassword(String username, String password) {
        Account account = find(username);
        Passwords.require(password, account);
        account.lendPassword(PasswordHashing.hash(password));
        tokens(account).forEach(token -> token.revoke(Time.now(clock)));
        entities.flush();
        sessions.endAll(account.id(), null);
        sessions.forgetBrowsers(account.id());
    }

    @RolesAllowed(Roles.ANYBODY)
    public void changeOwnPassword(String current, String password) {
        changeOwnPassword(current, password, Set.of(), null);
    }

    /**
     * Ends every other session of the caller's, and what REST remembers.
     *
     * @param ended ids of the caller's tokens that end with the old password
     * @param kept key of the session that goes on, null for none
     */
    @RolesAllowed(Roles.ANYBODY)
    public void changeOwnPassword(String current, String password, Set<Long> ended, @Nullable String kept) {
        Account account = find(Caller.name());
        // whoever found a session open does not guess on
        if (throttle.ask(account.id(), "", PROFILE) == SignInThrottle.Answer.REFUSED) {
            throw new TooManyTries();
        }
        if (current.length() > Passwords.LONGEST || !PasswordHashing.verify(current, account.passwordHash())) {
            throttle.failed(account.id(), account.username(), "", PROFILE);
            throw new WrongPassword();
        }
        throttle.succeeded(account.id(), "", PROFILE);
        Passwords.require(password, account);
        if (password.equals(current)) {
            throw new SamePassword();
        }
        account.changePassword(PasswordHashing.hash(password));
        tokens(account).stream()
                .filter(token -> ended.contains(token.id()))
                .forEach(token -> token.revoke(Time.now(clock)));
        entities.flush();
        sessions.endAll(account.id(), kept);
    }

    /** Ends one's own session, or as an administrator anybody's. */
    @RolesAllowed(Roles.ANYBODY)
    public void endSession(String username, long id) {
        Account account = find(username);
        boolean mine = account.username().equals(Caller.name());
        if (!(mine || Caller.roles().contains(Roles.ADMINISTRATOR)) || !sessions.end(account.id(), id)) {
            throw new NoSuchRecord("AccountSession", Long.toString(id));
        }
        noted.fire(new JournalNote(Map.of("username", account.username())));
    }

    private List<AccessToken> tokens(Account account) {
        return entities.createQuery("select t from AccessToken t where t.account = :of", AccessToken.class)
                .setParameter("of", account)
                .getResultList();
    }

    @RolesAllowed(Roles.ANYBODY)
    public void prefer(@Nullable String language, @Nullable String timeZone, @Nullable String theme) {
        find(Caller.name()).prefer(language, timeZone, theme);
    }

    /** @return the token itself, which is shown once and kept nowhere */
    @RolesAllowed(Roles.ANYBODY)
    public String issueToken(@Nullable String name, @Nullable LocalDate expiresOn) {
        String token = Tokens.fresh();
        entities.persist(new AccessToken(find(Caller.name()), name, Tokens.hash(token), expiresOn, Time.now(clock)));
        return token;
    }

    /** Revokes one's own token, or as an administrator anybody's. */
    @RolesAllowed(Roles.ANYBODY)
    public void revokeToken(long id) {
        AccessToken token = entities.find(AccessToken.class, id);
        if (token == null
                || !(token.account().username().equals(Caller.name())
                        || Caller.roles().contains(Roles.ADMINISTRATOR))) {
            throw new NoSuchRecord(SecurityFeature.TOKEN, Long.toString(id));
        }
        token.revoke(Time.now(clock));
    }

    private Account find(String username) {
        return entities
                .createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(SecurityFeature.ACCOUNT, username));
    }
}
