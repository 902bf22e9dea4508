package org.kizuna.security;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of those that call is one person. Two accounts of one e-mail address are, unless the address is marked as shared;
 * once one, they stay so when an address changes later. A caller without an account is a person of its own.
 */
public final class Persons {

    private final EntityManager entities;

    public Persons(EntityManager entities) {
        this.entities = entities;
    }

    /** The person who acts under that name. */
    public long of(String caller) {
        Long known = first("SELECT person_id FROM account WHERE username = ?1 AND person_id IS NOT NULL", caller);
        if (known == null) {
            known = first("SELECT id FROM person WHERE caller = ?1", caller);
        }
        return known == null ? begin("CALLER", caller) : known;
    }

    private long begin(String foundBy, @Nullable String caller) {
        entities.createNativeQuery("INSERT INTO person (found_by, caller) VALUES (?1, ?2) ON DUPLICATE KEY UPDATE id ="
                        + " LAST_INSERT_ID(id)")
                .setParameter(1, foundBy)
                .setParameter(2, caller)
                .executeUpdate();
        return ((Number) entities.createNativeQuery("SELECT LAST_INSERT_ID()").getSingleResult()).longValue();
    }

    /**
     * Finds the person of an account that has just been opened or changed, and joins two whom its address shows to be
     * one.
     *
     * @param others accounts with the same address that is not shared
     */
    void settle(Account account, List<Account> others) {
        Long own = first("SELECT person_id FROM account WHERE id = ?1", account.id());
        Long same = others.isEmpty()
                ? null
                : first(
                        "SELECT person_id FROM account WHERE id = ?1",
                        others.get(0).id());
        if (own == null) {
            give(account, same == null ? of(account.username()) : same);
        } else if (same != null && !same.equals(own)) {
            join(own, same);
        } else if (account.addressShared() && hasOthers(account, own)) {
            part(account, own);
        }
    }

    private void give(Account account, long person) {
        write("UPDATE account SET person_id = ?1 WHERE id = ?2", person, account.id());
    }

    private boolean hasOthers(Account account, long person) {
        return first("SELECT id FROM account WHERE person_id = ?1 AND id <> ?2 LIMIT 1", person, account.id()) != null;
    }

    private void join(long one, long other) {
        write("UPDATE account SET person_id = ?1 WHERE person_id = ?2", other, one);
        write(
                "UPDATE part_played kept JOIN part_played moved ON moved.kind = kept.kind"
                        + " AND moved.record_id = kept.record_id AND moved.person_id = ?1"
                        + " SET kept.part = IF(moved.part = 'AUTHOR', 'AUTHOR', kept.part),"
                        + " kept.settled = kept.settled AND moved.settled WHERE kept.person_id = ?2",
                one,
                other);
        copyParts("INSERT IGNORE", one, other);
        write("DELETE FROM part_played WHERE person_id = ?1", one);
        write(
                "UPDATE ledger_recorder SET person_id = ?1 WHERE person_id = ?2"
                        + " AND entry_id IN (SELECT entry_id FROM ledger_unconfirmed)",
                other,
                one);
        write("UPDATE person SET found_by = 'EMAIL' WHERE id = ?1", other);
    }

    /** Which of two played a part is no longer known: whoever leaves takes all of them along. */
    private void part(Account account, long person) {
        long fresh = begin("ACCOUNT", null);
        give(account, fresh);
        copyParts("INSERT", person, fresh);
        write(
                "UPDATE ledger_recorder SET person_id = ?1 WHERE entry_id IN"
                        + " (SELECT entry_id FROM ledger_unconfirmed WHERE recorded_by = ?2)",
                fresh,
                account.username());
    }

    private void copyParts(String insert, long from, long to) {
        write(
                insert + " INTO part_played (kind, record_id, person_id, part, settled)"
                        + " SELECT kind, record_id, ?1, part, settled FROM part_played WHERE person_id = ?2",
                to,
                from);
    }

    private void write(String statement, Object... values) {
        Query query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    private @Nullable Long first(String query, Object... values) {
        Query asked = entities.createNativeQuery(query, Long.class);
        for (int i = 0; i < values.length; i++) {
            asked.setParameter(i + 1, values[i]);
        }
        List<?> found = asked.getResultList();
        return found.isEmpty() ? null : (Long) found.get(0);
    }
}
