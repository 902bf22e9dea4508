package org.kizuna.security;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.ManyRows;

/**
 * Who wrote a record's terms and who cleared them. Both are rows of one key (kind, record, person), so that the database
 * refuses whoever clears what they wrote, also when both happen at once. Whoever wrote in a round that was returned
 * stays an author; a clearance that stands ends the round.
 */
public final class PartsPlayed {

    private final EntityManager entities;
    private final long person;

    /** @param caller who plays the parts */
    public PartsPlayed(EntityManager entities, String caller) {
        this.entities = entities;
        this.person = new Persons(entities).of(caller);
    }

    /** The caller changed the terms. A clearer of an earlier round becomes an author by that. */
    public void authored(JournaledRecord record) {
        entities.createNativeQuery("INSERT INTO part_played (kind, record_id, person_id, part, settled)"
                        + " VALUES (?1, ?2, ?3, 'AUTHOR', FALSE)"
                        + " ON DUPLICATE KEY UPDATE part = 'AUTHOR', settled = FALSE")
                .setParameter(1, kind(record))
                .setParameter(2, record.id())
                .setParameter(3, person)
                .executeUpdate();
    }

    /** The caller recorded these, which nobody knew before. */
    public void authoredAll(Collection<? extends JournaledRecord> records) {
        ManyRows rows =
                new ManyRows("part_played", "kind, record_id, person_id, part, settled", "?, ?, ?, 'AUTHOR', FALSE");
        records.forEach(record -> rows.add(kind(record), record.id(), person));
        entities.unwrap(Session.class).doWork(rows::write);
    }

    /**
     * The caller clears the terms.
     *
     * @param refusal what to throw when the caller is an author of them
     */
    public void cleared(JournaledRecord record, Supplier<? extends BusinessRuleViolation> refusal) {
        of(record, "DELETE FROM part_played WHERE kind = ?1 AND record_id = ?2 AND (settled OR part = 'CLEARER')");
        try {
            entities.createNativeQuery("INSERT INTO part_played (kind, record_id, person_id, part, settled)"
                            + " VALUES (?1, ?2, ?3, 'CLEARER', TRUE)")
                    .setParameter(1, kind(record))
                    .setParameter(2, record.id())
                    .setParameter(3, person)
                    .executeUpdate();
        } catch (PersistenceException e) {
            if (e instanceof ConstraintViolationException || e.getCause() instanceof ConstraintViolationException) {
                throw refusal.get();
            }
            throw e;
        }
        of(record, "UPDATE part_played SET settled = TRUE WHERE kind = ?1 AND record_id = ?2");
    }

    /** The clearance does not stand: its authors remain authors. */
    public void returned(JournaledRecord record) {
        of(record, "UPDATE part_played SET settled = FALSE WHERE kind = ?1 AND record_id = ?2 AND part = 'AUTHOR'");
    }

    /** Whether the caller would clear own work. */
    public boolean isAuthor(JournaledRecord record) {
        List<?> found = entities.createNativeQuery(
                        "SELECT 1 FROM part_played WHERE kind = ?1 AND record_id = ?2 AND person_id = ?3"
                                + " AND part = 'AUTHOR' AND NOT settled")
                .setParameter(1, kind(record))
                .setParameter(2, record.id())
                .setParameter(3, person)
                .getResultList();
        return !found.isEmpty();
    }

    private void of(JournaledRecord record, String statement) {
        entities.createNativeQuery(statement)
                .setParameter(1, kind(record))
                .setParameter(2, record.id())
                .executeUpdate();
    }

    private static String kind(JournaledRecord record) {
        return Hibernate.getClass(record).getSimpleName();
    }
}
