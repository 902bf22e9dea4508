package org.kizuna.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.KeysetQuery;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.SortKey;

/** Reads accounts and tokens. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountQueries {

    private static final List<SortKey> ORDERS =
            List.of(SortKey.text("name", "a.displayName"), SortKey.text("username", "a.username"));

    /** Roles on one account that do not go together, as {@link Roles#CONFLICTS} tells them. */
    private static final String CONFLICTING = "a.active = true and ("
            + Roles.CONFLICTS.stream()
                    .map(conflict -> "('" + conflict.first() + "' member of a.roles and '" + conflict.second()
                            + "' member of a.roles)")
                    .collect(Collectors.joining(" or "))
            + ")";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sessions sessions;

    @RolesAllowed(Roles.ADMINISTRATOR)
    public Page<AccountRow> list(
            @Nullable String text, @Nullable String role, boolean conflicting, PageRequest request) {
        return new KeysetQuery<AccountRow>(
                        entities,
                        "new org.kizuna.security.AccountRow(a.username, a.displayName, a.email, a.active)",
                        "Account a",
                        "a")
                .filter(
                        "(a.username like :text escape '!' or a.displayName like :text escape '!')",
                        "text",
                        text == null ? null : "%" + text.replaceAll("[!%_]", "!$0") + "%")
                .filter(":role member of a.roles", "role", role)
                .filter(conflicting, CONFLICTING)
                .page(request, ORDERS);
    }

    /** How many active accounts hold roles that do not go together. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public CappedCount countConflicting() {
        return new KeysetQuery<AccountRow>(entities, "a.id", "Account a", "a")
                .filter(true, CONFLICTING)
                .count();
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<AccountDetail> find(String username) {
        return entities
                .createQuery(
                        "select a from Account a left join fetch a.roles where a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultList()
                .stream()
                .findFirst()
                .map(AccountDetail::of);
    }

    /**
     * Where one's own account, or as an administrator anybody's, is signed in, the latest first.
     *
     * @param current key of the session that asks, null for none
     */
    @RolesAllowed(Roles.ANYBODY)
    public List<SessionRow> sessions(String username, @Nullable String current) {
        if (!username.equals(Caller.name()) && !Caller.roles().contains(Roles.ADMINISTRATOR)) {
            return List.of();
        }
        return entities.createQuery("select a.id from Account a where a.username = :username", Long.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst()
                .map(account -> sessions.of(account, current))
                .orElse(List.of());
    }

    /** Names of active accounts that could not be opened today: reserved, of mixed scripts, or alike to the eye. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<String> namesToChange() {
        List<String> names = entities.createQuery(
                        "select a.username from Account a where a.active = true order by a.username", String.class)
                .getResultList();
        return UserNames.toChange(names);
    }

    /** The caller's own tokens, newest first. */
    @RolesAllowed(Roles.ANYBODY)
    public List<TokenRow> ownTokens() {
        return tokens(Caller.name());
    }

    /** The tokens of anybody, newest first. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<TokenRow> tokensOf(String username) {
        return tokens(username);
    }

    private List<TokenRow> tokens(String username) {
        return entities.createQuery(
                        "select new org.kizuna.security.TokenRow(t.id, t.name, t.recordedAt, t.expiresOn, t.revokedAt)"
                                + " from AccessToken t where t.account.username = :username order by t.id desc",
                        TokenRow.class)
                .setParameter("username", username)
                .getResultList();
    }
}
