package org.kizuna.history;

import org.kizuna.shared.paging.InvalidCursor;

/** A place in the journal. */
public record JournalPlace(long changeSet, int position) {

    /** Bits of the position: a change set is cut into parts before it is longer. */
    private static final int POSITION_BITS = 12;

    public long packed() {
        return (changeSet << POSITION_BITS) | position;
    }

    static JournalPlace unpacked(long packed) {
        return new JournalPlace(packed >> POSITION_BITS, (int) (packed & ((1 << POSITION_BITS) - 1)));
    }

    String encoded() {
        return changeSet + "." + position;
    }

    /** @throws InvalidCursor when the text is no place */
    static JournalPlace decoded(String text) {
        String[] parts = text.split("\\.", 2);
        try {
            return new JournalPlace(Long.parseLong(parts[0]), parts.length < 2 ? 0 : Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw new InvalidCursor();
        }
    }
}
