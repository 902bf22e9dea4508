package org.kizuna.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which two take back what two stand for: a confirmed receipt, a refund, a write-off, an import. */
@Stateless
@Register
public class ReversalRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private ActionContext intents;

    @Inject
    private Clock clock;

    /**
     * Asks to take an entry back; it counts until somebody else confirms.
     *
     * @param on the day the reversal is to count on, or null for today
     */
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.TREASURER})
    public void ask(Reference entry, @Nullable String reason, @Nullable LocalDate on) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        LedgerEntry mistaken = entry(entry);
        Reversing reversing = new Reversing(entities, mistaken, Time.today(clock));
        LocalDate day = reversing.day(on);
        if (!reversing.needsASecond()) {
            throw new ReversalNeedsNoSecond();
        }
        intents.because(why);
        ReversalRequest request = new ReversalRequest(mistaken, day, why, Caller.name(), Time.now(clock));
        entities.persist(request);
        UniqueIndex.flush(entities, Map.of("reversal_request_one_open", ReversalAskedAlready::new));
        new PartsPlayed(entities, Caller.name()).authored(request);
    }

    /** A treasurer takes a confirmed receipt back, when another has asked for it. */
    @RolesAllowed(Roles.TREASURER)
    public Reference confirmOfReceipt(Reference entry) {
        return confirm(entry, true);
    }

    /** An approver takes a refund or a write-off back, when another has asked for it. */
    @RolesAllowed(Roles.APPROVER)
    public Reference confirm(Reference entry) {
        return confirm(entry, false);
    }

    private Reference confirm(Reference reference, boolean receipt) {
        LedgerEntry mistaken = entry(reference);
        if (mistaken.kind().needsConfirmation() != receipt) {
            throw new EJBAccessException("Another role confirms the reversal of " + reference);
        }
        ReversalRequest request = open(mistaken);
        Reversing reversing = new Reversing(entities, mistaken, Time.today(clock));
        LocalDate day = reversing.day(request.countsOn());
        request.confirm(Caller.name(), Time.now(clock));
        UniqueIndex.flush(entities, Map.of("reversal_request_by_two", ReversalConfirmedByItsAsker::new));
        new PartsPlayed(entities, Caller.name()).cleared(request, ReversalConfirmedByItsAsker::new);
        intents.because(request.reason());
        return reversing
                .reverse(
                        day,
                        request.reason(),
                        () -> numbers.next(LedgerFeature.NUMBERS),
                        Caller.name(),
                        Time.now(clock))
                .reference();
    }

    /**
     * Takes back all that an import entered, where one person stands for it; asks to take it back otherwise.
     *
     * @return whether it is taken back
     */
    @RolesAllowed(Roles.OFFICER)
    public boolean ofBatch(String batch, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        intents.because(why);
        BatchReversal reversal = new BatchReversal(entities, batch);
        reversal.hold();
        Set<String> answerers = reversal.answerers();
        if (answerers.isEmpty()) {
            reversal.reverse(numbers, why, Caller.name(), Time.now(clock));
            return true;
        }
        ask(batch, answerers, why, Caller.name(), Time.now(clock));
        return false;
    }

    private void ask(String batch, Set<String> answerers, String why, String by, Instant at) {
        List<ReversalRequest> requests = answerers.stream()
                .map(answerer -> new ReversalRequest(batch, answerer, why, by, at))
                .toList();
        requests.forEach(entities::persist);
        UniqueIndex.flush(entities, Map.of("reversal_request_one_open_of_batch", ReversalAskedAlready::new));
        requests.forEach(new PartsPlayed(entities, by)::authored);
    }

    /** A treasurer agrees that an import is taken back, as far as its receipts go. */
    @RolesAllowed(Roles.TREASURER)
    public boolean confirmOfBatchsReceipts(String batch) {
        return confirm(batch, Roles.TREASURER);
    }

    /**
     * An approver agrees that an import is taken back, as far as its refunds go.
     *
     * @return whether it is taken back: others may have to agree too
     */
    @RolesAllowed(Roles.APPROVER)
    public boolean confirmOfBatchsRefunds(String batch) {
        return confirm(batch, Roles.APPROVER);
    }

    private boolean confirm(String batch, String answerer) {
        BatchReversal reversal = new BatchReversal(entities, batch);
        reversal.hold();
        ReversalRequest request = open(batch).stream()
                .filter(one -> answerer.equals(one.answerer()))
                .findFirst()
                .orElseThrow(ReversalNotAsked::new);
        request.confirm(Caller.name(), Time.now(clock));
        UniqueIndex.flush(entities, Map.of("reversal_request_by_two", ReversalConfirmedByItsAsker::new));
        new PartsPlayed(entities, Caller.name()).cleared(request, ReversalConfirmedByItsAsker::new);
        intents.because(request.reason());
        // what was confirmed or paid back since it was asked for takes the word of those who stand for it
        Set<String> lacking = reversal.answerers();
        entities.createQuery(
                        "select q.answerer from ReversalRequest q where q.batch = :batch and q.askedAt = :asked",
                        String.class)
                .setParameter("batch", batch)
                .setParameter("asked", request.askedAt())
                .getResultStream()
                .forEach(lacking::remove);
        ask(batch, lacking, request.reason(), request.askedBy(), request.askedAt());
        if (!open(batch).isEmpty()) {
            return false;
        }
        reversal.reverse(numbers, request.reason(), Caller.name(), Time.now(clock));
        return true;
    }

    /** Leaves an import as it is: by whoever would confirm, or by whoever asked. */
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.TREASURER})
    public void declineOfBatch(String batch, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        new BatchReversal(entities, batch).hold();
        List<ReversalRequest> requests = open(batch);
        if (requests.isEmpty()) {
            throw new ReversalNotAsked();
        }
        if (requests.stream()
                .noneMatch(request -> request.askedBy().equals(Caller.name())
                        || Caller.roles().contains(request.answerer()))) {
            throw new EJBAccessException("Another role answers for " + batch);
        }
        intents.because(why);
        requests.forEach(request -> request.decline(Caller.name(), Time.now(clock)));
        entities.flush();
    }

    private List<ReversalRequest> open(String batch) {
        return entities.createQuery(
                        "select q from ReversalRequest q where q.batch = :batch and q.answer = :open order by q.id",
                        ReversalRequest.class)
                .setParameter("batch", batch)
                .setParameter("open", ReversalAnswer.OPEN)
                .getResultList();
    }

    /** Leaves the entry as it is: by whoever would confirm, or by whoever asked. */
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.TREASURER})
    public void decline(Reference entry, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        LedgerEntry mistaken = entry(entry);
        ReversalRequest request = open(mistaken);
        String role = mistaken.kind().needsConfirmation() ? Roles.TREASURER : Roles.APPROVER;
        if (!request.askedBy().equals(Caller.name()) && !Caller.roles().contains(role)) {
            throw new EJBAccessException("Another role answers for " + entry);
        }
        intents.because(why);
        request.decline(Caller.name(), Time.now(clock));
        entities.flush();
    }

    private ReversalRequest open(LedgerEntry entry) {
        // who answers at the same moment holds it too
        entities.lock(entry.contribution(), LockModeType.PESSIMISTIC_WRITE);
        return entities.createQuery(
                        "select q from ReversalRequest q where q.entry = :entry and q.answer = :open",
                        ReversalRequest.class)
                .setParameter("entry", entry)
                .setParameter("open", ReversalAnswer.OPEN)
                .getResultStream()
                .findFirst()
                .orElseThrow(ReversalNotAsked::new);
    }

    private LedgerEntry entry(Reference reference) {
        return entities.createQuery("select e from LedgerEntry e where e.reference = :reference", LedgerEntry.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(LedgerFeature.ENTRY, reference.value()));
    }
}
