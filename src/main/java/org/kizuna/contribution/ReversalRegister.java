package org.kizuna.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.Intents;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which two take back what two stand for: a confirmed receipt, a refund, a write-off. */
@Stateless
@Register
public class ReversalRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private Intents intents;

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
                .reverse(day, request.reason(), () -> numbers.next("E"), Caller.name(), Time.now(clock))
                .reference();
    }

    /** Leaves the entry as it is: by whoever would confirm, or by whoever asked. */
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.TREASURER})
    public void decline(Reference entry, @Nullable String reason) {
        Problems problems = new Problems();
        String why = problems.requiredLines("reason", reason, 1000);
        problems.refuse();
        ReversalRequest request = open(entry(entry));
        String role = request.entry().kind().needsConfirmation() ? Roles.TREASURER : Roles.APPROVER;
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
                .orElseThrow(() -> new NoSuchRecord("LedgerEntry", reference.value()));
    }
}
