package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kizuna.contribution.Contribution;
import org.kizuna.security.Roles;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Reference;
import org.kizuna.shared.UniqueIndex;

/** Takes back what an import entered, one reversal an entry, in memory that does not grow with their number. */
final class BatchReversal {

    private static final int PART = 500;
    private static final String STANDING = " from LedgerEntry e where e.batch = :batch"
            + " and not exists (select 1 from LedgerEntry b where b.reverses = e)";
    private static final String CONFIRMED =
            " and (e.kind = :refund or exists (select 1 from LedgerConfirmation k where k.entry = e))";

    private final EntityManager entities;
    private final String batch;

    BatchReversal(EntityManager entities, String batch) {
        this.entities = entities;
        this.batch = batch;
    }

    /** Whoever confirms, pays back or takes back at the same moment holds the ledgers too. */
    void hold() {
        long last = 0;
        List<Contribution> some = after(last);
        while (!some.isEmpty()) {
            last = some.get(some.size() - 1).id();
            some.forEach(entities::detach);
            some = after(last);
        }
    }

    private List<Contribution> after(long last) {
        return entities.createQuery(
                        "select c from Contribution c where c.id > :last and c.id in (select e.contribution.id"
                                + STANDING + ") order by c.id",
                        Contribution.class)
                .setParameter("batch", batch)
                .setParameter("last", last)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(PART)
                .getResultList();
    }

    /** Whose word it takes besides the asker's: a treasurer's for confirmed receipts, an approver's for refunds. */
    Set<String> answerers() {
        Set<String> answerers = new TreeSet<>();
        confirmed("select distinct e.kind", "", EntryKind.class)
                .getResultList()
                .forEach(kind -> answerers.add(kind.needsConfirmation() ? Roles.TREASURER : Roles.APPROVER));
        return answerers;
    }

    private <T> TypedQuery<T> confirmed(String select, String and, Class<T> result) {
        return entities.createQuery(select + STANDING + CONFIRMED + and, result)
                .setParameter("batch", batch)
                .setParameter("refund", EntryKind.REFUND);
    }

    /**
     * Mirrors every entry on its own day, and forgets the refunds that still wait.
     *
     * @throws MorePaidBackThanReceived when money that is taken back has been paid back since
     */
    void reverse(Numbers numbers, String reason, String by, Instant now) {
        new StatedRefunds(entities).forget(batch);
        requireRoom();
        long count = entities.createQuery("select count(e)" + STANDING, Long.class)
                .setParameter("batch", batch)
                .getSingleResult();
        if (count == 0) {
            return;
        }
        Iterator<Reference> references =
                numbers.next(LedgerFeature.NUMBERS, Math.toIntExact(count)).iterator();
        List<LedgerEntry> some = next();
        while (!some.isEmpty()) {
            List<LedgerEntry> reversals = new ArrayList<>();
            for (LedgerEntry entry : some) {
                LedgerEntry reversal = entry.reversed(references.next(), entry.valueDate(), reason, by, now);
                entities.persist(reversal);
                reversals.add(reversal);
            }
            UniqueIndex.flush(entities, Map.of("ledger_entry_reversed_once", EntryReversedAlready::new));
            reversals.forEach(entities::detach);
            some.forEach(entities::detach);
            some = next();
        }
    }

    /** Of each contribution at once: a receipt that falls with its refund leaves nothing paid back that was not received. */
    private void requireRoom() {
        for (Object[] taken : confirmed(
                        "select e.contribution.id, sum(e.exactAmount)",
                        " group by e.contribution.id order by e.contribution.id",
                        Object[].class)
                .getResultList()) {
            Contribution contribution = entities.find(Contribution.class, taken[0]);
            LedgerLimits.check(
                    ContributionLedger.held(entities, contribution).balance(),
                    Measure.RECEIVED,
                    true,
                    ((BigDecimal) taken[1]).negate());
        }
    }

    private List<LedgerEntry> next() {
        return entities.createQuery("select e" + STANDING + " order by e.id", LedgerEntry.class)
                .setParameter("batch", batch)
                .setMaxResults(PART)
                .getResultList();
    }
}
