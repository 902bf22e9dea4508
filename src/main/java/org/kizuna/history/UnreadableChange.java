package org.kizuna.history;

/** What the journal keeps of a change can't be read: somebody wrote to its tables. */
public class UnreadableChange extends RuntimeException {

    public UnreadableChange(JournalEntry change, Throwable cause) {
        super("change set " + change.changeSet() + ", position " + change.position() + " can't be read", cause);
    }
}
