package org.kizuna.history.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** SomeSeals within a transaction that a test undoes. */
public final class SomeSeals {

    public static final Duration LONGEST = Duration.ofMinutes(5);

    private final SealingKey key;

    public SomeSeals(SealingKey key) {
        this.key = key;
    }

    public SealTransaction.Done seal(Connection connection) throws SQLException {
        return seal(connection, Clock.systemUTC());
    }

    public SealTransaction.Done seal(Connection connection, Clock clock) throws SQLException {
        return new TreeAppender(connection, key, clock, LONGEST).seal(0);
    }
}
