package org.kizuna.history;

/** What the journal keeps of a change can't be read: somebody wrote to its tables. */
public class UnreadableChange extends RuntimeException {

    public UnreadableChange(JournalEntry change, Throwable cause) {
        this(change.changeSet(), change.position(), cause);
    }

    UnreadableChange(long changeSet, int position, Throwable cause) {
        super("change set " + changeSet + ", position " + position + " can't be read", cause);
    }
}
