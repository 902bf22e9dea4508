package org.kizuna.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Contribution;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.security.Caller;
import org.kizuna.security.Persons;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which ledger entries are posted, confirmed and taken back. */
@Stateless
@Register("ContributionRegister") // as the journal has called its actions since the first row
public class LedgerRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private ActionContext intents;

    @Inject
    private Clock clock;

    /** Enters a pledge, a commitment, an adjustment, a receipt or money withdrawn before it came. */
    @RolesAllowed(Roles.OFFICER)
    public Reference post(Reference reference, EntryData data) {
        if (data.kind() == EntryKind.REFUND || data.kind() == EntryKind.WRITE_OFF) {
            Problems problems = new Problems();
            problems.add("kind", "approverPosts");
            problems.refuse();
        }
        return store(reference, data);
    }

    /** Enters a refund or a write-off. */
    @RolesAllowed(Roles.APPROVER)
    public Reference giveUp(Reference reference, EntryData data) {
        Problems problems = new Problems();
        problems.requiredLines("reason", data.reason(), 1000);
        if (data.kind() != EntryKind.REFUND && data.kind() != EntryKind.WRITE_OFF) {
            problems.add("kind", "refundOrWriteOff");
        }
        problems.refuse();
        return store(reference, data);
    }

    private Reference store(Reference reference, EntryData data) {
        Contribution contribution = find(reference);
        LedgerEntry entry = new Posting(entities, contribution, data, Time.today(clock))
                .entry(() -> numbers.next(LedgerFeature.NUMBERS), Caller.name(), Time.now(clock));
        intents.because(data.reason());
        entities.persist(entry);
        entities.flush();
        return entry.reference();
    }

    /**
     * Takes back an entry that one person stands for.
     *
     * @param on the day the reversal counts on, or null for today
     */
    @RolesAllowed(Roles.OFFICER)
    public Reference reverse(Reference entry, @Nullable String reason, @Nullable LocalDate on) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        Reversing reversing = new Reversing(entities, entry(entry), Time.today(clock));
        LocalDate day = reversing.day(on);
        if (reversing.needsASecond()) {
            throw new ReversalNeedsASecond();
        }
        intents.because(why);
        return reversing
                .reverse(day, why, () -> numbers.next(LedgerFeature.NUMBERS), Caller.name(), Time.now(clock))
                .reference();
    }

    /** By somebody who did not enter it. */
    @RolesAllowed(Roles.TREASURER)
    public void confirm(Reference entry) {
        LedgerEntry received = entry(entry);
        // who takes it back at the same moment holds it too
        entities.lock(received.contribution(), LockModeType.PESSIMISTIC_WRITE);
        if (new Reversing(entities, received, Time.today(clock)).isReversed()) {
            throw new EntryReversedAlready();
        }
        long recorder = Objects.requireNonNull(
                new Recorders(entities).of(List.of(received)).get(received.id()));
        entities.persist(new LedgerConfirmation(
                received, recorder, Caller.name(), new Persons(entities).of(Caller.name()), Time.now(clock)));
        UniqueIndex.flush(entities, Map.of("ledger_confirmation_once", EntryConfirmedAlready::new));
    }

    /** Confirms every receipt that an import entered, by somebody who did not bring it. */
    @RolesAllowed(Roles.TREASURER)
    public void confirmBatch(String batch) {
        new BatchConfirmation(entities, Caller.name(), Time.now(clock)).confirm(batch);
    }

    /**
     * Enters what somebody's statement says donors gave, opening contributions where there are none yet.
     *
     * @param batch reference of the import, by which its entries can be found
     */
    @RolesAllowed(Roles.OFFICER)
    public void enterStatement(List<StatedEntry> statement, String batch) {
        new StatementPosting(entities, numbers, Caller.name(), Time.now(clock)).post(statement, batch);
    }

    /** Enters the refunds that a statement told of, as far as there is received money to pay back. */
    @RolesAllowed(Roles.APPROVER)
    public void enterStatedRefunds(String batch, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        intents.because(why);
        new StatementPosting(entities, numbers, Caller.name(), Time.now(clock)).postRefunds(batch, why);
    }

    private Contribution find(Reference reference) {
        return entities
                .createQuery("select c from Contribution c where c.reference = :reference", Contribution.class)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(ContributionFeature.CONTRIBUTION, reference.value()));
    }

    private LedgerEntry entry(Reference reference) {
        return entities
                .createQuery("select e from LedgerEntry e where e.reference = :reference", LedgerEntry.class)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(LedgerFeature.ENTRY, reference.value()));
    }
}
