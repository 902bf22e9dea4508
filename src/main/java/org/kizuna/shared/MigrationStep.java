package org.kizuna.shared;

import jakarta.persistence.EntityManager;

/**
 * What a migration moves or rewrites in records, which the tables' own migration must not do: that one runs where no
 * journal listens, and the self-audit would call its rows forged. Whoever brings such a migration implements this as an
 * application-scoped bean. It runs once for a database, at the server's start, before anybody can save and before the
 * register looks at itself, in one transaction that the journal keeps as one action of the system,
 * {@code Migration.V16}, and in as many parts as a long action takes.
 */
public interface MigrationStep {

    /** The migration that it belongs to, as {@code V16}. Steps run in the order of their numbers. */
    String migration();

    /**
     * Rewrites the records through persistence; whatever it throws undoes all of it and keeps the server from starting.
     * Of many records it reads some, flushes and clears, and reads on. Rows that are append-only are not rewritten: what
     * old ones lack stands in a table beside them.
     */
    void run(EntityManager entities);
}
