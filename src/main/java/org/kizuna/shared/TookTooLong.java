package org.kizuna.shared;

import java.time.Duration;

/** What was asked for took longer than {@link LongestTransaction}, and was undone; the same may well succeed later. */
public final class TookTooLong extends BusinessRuleViolation {

    public TookTooLong(Duration longest) {
        super(null, longest.toSeconds());
    }
}
