package org.kizuna.shared;

import jakarta.persistence.EntityManager;

/**
 * What a migration moves or rewrites in records, which the tables' own migration must not do: that one runs where no
 * journal listens, and the self-audit would call its rows forged. Whoever brings such a migration implements this as an
 * application-scoped bean. It runs once for a database, at the server's start, before anybody can save and before the
 * register looks at itself. The journal keeps it as an action of the system, {@code Migration.V16}. What takes longer than
 * {@link LongestTransaction} is done in parts, each in a transaction of its own: another server of a cluster seals
 * meanwhile, and what was recorded longer before its seal would be called back-dated.
 */
public interface MigrationStep {

    /** The migration that it belongs to, as {@code V16}. Steps run in the order of their numbers. */
    String migration();

    /**
     * Rewrites records through persistence, of many as many as are done well within the longest transaction; the records
     * themselves tell which are left. Whatever it throws undoes this part and keeps the server from starting; the next
     * start goes on with it. Rows that are append-only are not rewritten: what old ones lack stands in a table beside
     * them.
     *
     * @return whether there may be more: it is called again then
     */
    boolean run(EntityManager entities);
}
