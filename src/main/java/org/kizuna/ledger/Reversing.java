package org.kizuna.ledger;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.UniqueIndex;

/** Takes entries back: what may be taken back, on which day it counts, and by how many persons. */
final class Reversing {

    private final EntityManager entities;
    private final LedgerEntry mistaken;
    private final LocalDate today;

    Reversing(EntityManager entities, LedgerEntry mistaken, LocalDate today) {
        this.entities = entities;
        this.mistaken = mistaken;
        this.today = today;
    }

    /** Whether two stand for it: the treasurer confirmed it, or an approver entered it. */
    boolean needsASecond() {
        return mistaken.kind() == EntryKind.REFUND || mistaken.kind() == EntryKind.WRITE_OFF || isConfirmed();
    }

    /**
     * Holds the contribution's ledger and looks whether the entry can be taken back.
     *
     * @param on the day the reversal counts on, or null for today
     */
    LocalDate day(@Nullable LocalDate on) {
        Problems problems = new Problems();
        LocalDate day = on == null ? today : on;
        problems.inOrder("on", mistaken.valueDate(), day);
        if (day.isAfter(today)) {
            problems.add("on", "inTheFuture");
        }
        if (mistaken.kind() == EntryKind.REVERSAL) {
            throw new ReversalIsFinal();
        }
        ContributionLedger ledger = ContributionLedger.held(entities, mistaken.contribution());
        if (isReversed()) {
            throw new EntryReversedAlready();
        }
        ledger.requireRoomForReversal(mistaken, !mistaken.kind().needsConfirmation() || isConfirmed(), problems);
        problems.refuse();
        return day;
    }

    /** Enters the mirror of the entry. */
    LedgerEntry reverse(LocalDate day, String why, Supplier<Reference> number, String by, java.time.Instant now) {
        LedgerEntry reversal = mistaken.reversed(number.get(), day, why, by, now);
        entities.persist(reversal);
        UniqueIndex.flush(entities, Map.of("ledger_entry_reversed_once", EntryReversedAlready::new));
        return reversal;
    }

    boolean isReversed() {
        return !entities.createQuery("select e.id from LedgerEntry e where e.reverses = :entry", Long.class)
                .setParameter("entry", mistaken)
                .getResultList()
                .isEmpty();
    }

    private boolean isConfirmed() {
        return !entities.createQuery("select k.id from LedgerConfirmation k where k.entry = :entry", Long.class)
                .setParameter("entry", mistaken)
                .getResultList()
                .isEmpty();
    }
}
