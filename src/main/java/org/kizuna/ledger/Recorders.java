package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.kizuna.security.Persons;
import org.kizuna.shared.ManyRows;

/**
 * Whose each ledger entry is, as a person: kept beside the append-only entries, and repeated by their confirmations so
 * that the database refuses a recorder who confirms.
 */
final class Recorders {

    private final EntityManager entities;

    Recorders(EntityManager entities) {
        this.entities = entities;
    }

    /** Entries that are in their table by now. */
    void entered(Collection<LedgerEntry> entries) {
        Persons persons = new Persons(entities);
        Map<String, Long> known = new HashMap<>();
        ManyRows rows = new ManyRows("ledger_recorder", "entry_id, person_id");
        entries.forEach(entry -> rows.add(entry.id(), known.computeIfAbsent(entry.recordedBy(), persons::of)));
        entities.unwrap(Session.class).doWork(rows::write);
    }

    /** The person who recorded each, by the entry's id. */
    Map<Long, Long> of(Collection<LedgerEntry> entries) {
        Map<Long, Long> found = new HashMap<>();
        List<?> rows = entities.createNativeQuery(
                        "SELECT entry_id, person_id FROM ledger_recorder WHERE entry_id IN (:ids)", Object[].class)
                .setParameter("ids", entries.stream().map(LedgerEntry::id).toList())
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            found.put(((Number) values[0]).longValue(), ((Number) values[1]).longValue());
        }
        return found;
    }
}
