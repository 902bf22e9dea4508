package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kizuna.security.Persons;

/** Confirms many receipts at once, in memory that does not grow with their number. */
final class BatchConfirmation {

    private static final int PART = 500;

    private final EntityManager entities;
    private final String by;
    private final long confirmer;
    private final Instant now;

    BatchConfirmation(EntityManager entities, String by, Instant now) {
        this.entities = entities;
        this.by = by;
        this.confirmer = new Persons(entities).of(by);
        this.now = now;
    }

    void confirm(String batch) {
        long last = 0;
        while (true) {
            List<LedgerEntry> some = entities.createQuery(
                            "select e from LedgerEntry e where e.batch = :batch and e.id > :last and e.kind in :kinds"
                                    + " and not exists (select 1 from LedgerConfirmation k where k.entry = e)"
                                    + " and not exists (select 1 from LedgerEntry b where b.reverses = e) order by e.id",
                            LedgerEntry.class)
                    .setParameter("batch", batch)
                    .setParameter("last", last)
                    .setParameter("kinds", List.of(EntryKind.RECEIPT, EntryKind.IN_KIND))
                    .setMaxResults(PART)
                    .getResultList();
            if (some.isEmpty()) {
                return;
            }
            Map<Long, Long> recorders = new Recorders(entities).of(some);
            List<LedgerConfirmation> confirmations = some.stream()
                    .map(entry -> new LedgerConfirmation(
                            entry, Objects.requireNonNull(recorders.get(entry.id())), by, confirmer, now))
                    .toList();
            confirmations.forEach(entities::persist);
            last = some.get(some.size() - 1).id();
            entities.flush();
            confirmations.forEach(entities::detach);
            some.forEach(entities::detach);
        }
    }
}
