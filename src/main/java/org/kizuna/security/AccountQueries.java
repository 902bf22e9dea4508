package org.kizuna.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @PersistenceContext
    private EntityManager entities;

    @RolesAllowed(Roles.ADMINISTRATOR)
    public Page<AccountRow> list(@Nullable String text, @Nullable String role, PageRequest request) {
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
                .page(request, ORDERS);
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

    /** The caller's own tokens, newest first. */
    @RolesAllowed(Roles.ANYBODY)
    public List<TokenRow> ownTokens() {
        return entities.createQuery(
                        "select new org.kizuna.security.TokenRow(t.id, t.name, t.recordedAt, t.expiresOn, t.revokedAt)"
                                + " from AccessToken t where t.account.username = :username order by t.id desc",
                        TokenRow.class)
                .setParameter("username", Caller.name())
                .getResultList();
    }
}
