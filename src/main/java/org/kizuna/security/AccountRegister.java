package org.kizuna.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which accounts, their passwords and their tokens are written. */
@Stateless
@Register
public class AccountRegister {

    private static final int SHORTEST_PASSWORD = 12;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Pbkdf2PasswordHash passwords;

    @Inject
    private Clock clock;

    /** @return the new account's name */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String open(AccountData data, String password) {
        requireGoodPassword(password);
        return store(data, password);
    }

    /** Sample accounts have short passwords; they exist only beside sample data. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String openSample(AccountData data, String password) {
        return store(data, password);
    }

    private String store(AccountData data, String password) {
        Account account = new Account(data, passwords.generate(password.toCharArray()), Time.now(clock));
        entities.persist(account);
        UniqueIndex.flush(entities, Map.of("account_username", () -> new UsernameTaken(account.username())));
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
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public void setPassword(String username, String password) {
        requireGoodPassword(password);
        find(username).changePassword(passwords.generate(password.toCharArray()));
    }

    @RolesAllowed(Roles.ANYBODY)
    public void changeOwnPassword(String current, String password) {
        Account account = find(Caller.name());
        if (!passwords.verify(current.toCharArray(), account.passwordHash())) {
            throw new WrongPassword();
        }
        requireGoodPassword(password);
        account.changePassword(passwords.generate(password.toCharArray()));
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
            throw new NoSuchRecord("AccessToken", Long.toString(id));
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
                .orElseThrow(() -> new NoSuchRecord("Account", username));
    }

    private static void requireGoodPassword(String password) {
        Problems problems = new Problems();
        if (password.length() < SHORTEST_PASSWORD) {
            problems.add("password", "passwordTooShort", SHORTEST_PASSWORD);
        }
        problems.refuse();
    }
}
