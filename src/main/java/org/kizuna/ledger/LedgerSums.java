package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.kizuna.shared.ManyRows;

/**
 * Tells the sums of the ledger what changes them, in the transaction that changes it, and which receipts wait from now
 * on. Nobody waits: an entry is noted in a row of its own, and whoever keeps the sums adds it up.
 */
final class LedgerSums {

    private final EntityManager entities;

    LedgerSums(EntityManager entities) {
        this.entities = entities;
    }

    /** Entries that are in their table by now. */
    void entered(List<LedgerEntry> entries) {
        ManyRows unsummed = new ManyRows("ledger_unsummed", "entry_id");
        entries.forEach(entry -> unsummed.add(entry.id()));
        entities.unwrap(Session.class).doWork(unsummed::write);
        new Recorders(entities).entered(entries);
        new UnconfirmedReceipts(entities).entered(entries);
    }
}
