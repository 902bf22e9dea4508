package org.kizuna.history;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Action;
import org.kizuna.shared.ActionContext;

/**
 * What the current transaction has changed so far. It is written to the journal at the end of the same transaction,
 * or in parts on the way where it grows long, so that an import of any size runs in constant memory.
 */
final class PendingChangeSet {

    /** Fewer than the 4,096 positions that {@link JournalPlace} can pack. */
    private static final int PART = 1000;

    private final SessionImplementor session;
    private final ActionContext intents;
    private final List<PendingChange> changes = new ArrayList<>();
    private @Nullable Long firstPart;

    private PendingChangeSet(SessionImplementor session, ActionContext intents) {
        this.session = session;
        this.intents = intents;
    }

    /** @throws WriteOutsideRegister when nobody has declared what this transaction is for */
    static PendingChangeSet of(EventSource session, String entity) {
        ActionContext intents = ActionContext.find();
        PendingChangeSet known = intents.attached(PendingChangeSet.class);
        if (known != null) {
            return known;
        }
        if (intents.current().isEmpty()) {
            throw new WriteOutsideRegister(entity);
        }
        PendingChangeSet pending = new PendingChangeSet(session, intents);
        intents.attach(pending);
        // runs after the last flush and before the commit, on the transaction's own connection
        BeforeTransactionCompletionProcess process = completing -> pending.writeRest();
        session.getActionQueue().registerProcess(process);
        return pending;
    }

    void add(PendingChange change) {
        changes.add(change);
        if (changes.size() >= PART) {
            write();
        }
    }

    /** Writes what has been flushed so far. */
    void writeRest() {
        if (!changes.isEmpty()) {
            write();
        }
    }

    private void write() {
        // asked only now: the reason may have been given after the first change
        Action intent = intents.current().orElseThrow();
        long written = new JournalWriter(session).write(intent, List.copyOf(changes), firstPart);
        if (firstPart == null) {
            firstPart = written;
        }
        changes.clear();
    }
}
