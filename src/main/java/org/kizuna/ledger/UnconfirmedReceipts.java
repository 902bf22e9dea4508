package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.kizuna.shared.ManyRows;

/**
 * Keeps which receipts wait to be confirmed, in the transaction that changes it: among all receipts the few that do
 * could only be found by looking at each.
 */
final class UnconfirmedReceipts {

    /** SQL of the entries {@code e} that should be there. */
    static final String DUE =
            "ledger_entry e LEFT JOIN ledger_confirmation k ON k.entry_id = e.id LEFT JOIN ledger_entry b"
                    + " ON b.reverses_id = e.id WHERE e.kind IN ('RECEIPT', 'IN_KIND') AND k.id IS NULL AND b.id IS NULL";

    private final EntityManager entities;

    UnconfirmedReceipts(EntityManager entities) {
        this.entities = entities;
    }

    /** Entries that are in their table by now. */
    void entered(Collection<LedgerEntry> entries) {
        ManyRows receipts = new ManyRows("ledger_unconfirmed", "entry_id, recorded_by");
        entries.stream()
                .filter(entry -> entry.kind().needsConfirmation())
                .forEach(entry -> receipts.add(entry.id(), entry.recordedBy()));
        entities.unwrap(Session.class).doWork(receipts::write);
        ManyRows unsettled = new ManyRows("ledger_unsettled", "entry_id");
        entries.stream().filter(entry -> entry.kind().needsConfirmation()).forEach(entry -> unsettled.add(entry.id()));
        entities.unwrap(Session.class).doWork(unsettled::write);
        for (LedgerEntry entry : entries) {
            LedgerEntry reversed = entry.reverses();
            if (reversed != null) {
                entities.createNativeQuery("INSERT INTO ledger_unsettled (entry_id) SELECT " + entry.id()
                                + " FROM ledger_unsettled u WHERE u.entry_id = :reversed")
                        .setParameter("reversed", reversed.id())
                        .executeUpdate();
            }
        }
        settled(entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.reverses()))
                .toList());
    }

    /** Receipts that the treasurer has confirmed: they count as received from now on. */
    void confirmed(Collection<LedgerEntry> entries) {
        settled(entries);
        if (!entries.isEmpty()) {
            entities.createNativeQuery("DELETE FROM ledger_unsettled WHERE entry_id IN (:ids)")
                    .setParameter("ids", entries.stream().map(LedgerEntry::id).toList())
                    .executeUpdate();
        }
    }

    /** Entries that wait no longer, if they did. */
    private void settled(Collection<LedgerEntry> entries) {
        if (!entries.isEmpty()) {
            entities.createNativeQuery("DELETE FROM ledger_unconfirmed WHERE entry_id IN (:ids)")
                    .setParameter("ids", entries.stream().map(LedgerEntry::id).toList())
                    .executeUpdate();
        }
    }
}
