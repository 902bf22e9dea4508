package org.kizuna.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;

/** That this server does a job, until it ends it or nothing is heard of it for a while. */
final class JobClaim implements JobRun {

    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Clock clock;
    private final JobRow row;
    private final String token = UUID.randomUUID().toString();
    private Instant noted = Instant.EPOCH;

    /** @param row as it was before it is claimed */
    JobClaim(DataSource dataSource, Clock clock, JobRow row) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.row = row;
    }

    JobRow row() {
        return row;
    }

    /** @return whether it is this server's now */
    boolean take(JobTable table, Instant now, Instant silentSince) throws SQLException {
        return table.claim(row.id(), token, now, silentSince);
    }

    void beat(JobTable table, Instant now) throws SQLException {
        table.beat(row.id(), token, now);
    }

    /** @return whether it was still this server's */
    boolean end(JobState state, @Nullable String result) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new JobTable(connection).end(row.id(), token, state, result, Time.now(clock));
        }
    }

    @Override
    public String key() {
        return row.key();
    }

    @Override
    public @Nullable String content() {
        return row.content();
    }

    @Override
    public @Nullable String askedBy() {
        return row.askedBy();
    }

    @Override
    public boolean again() {
        return row.attempts() > 0;
    }

    @Override
    public void progress(int percent) {
        Instant now = Time.now(clock);
        if (now.isBefore(noted.plus(BETWEEN_NOTES))) {
            return;
        }
        noted = now;
        try (Connection connection = dataSource.getConnection()) {
            if (!new JobTable(connection).progress(row.id(), token, percent, now)) {
                throw new IllegalStateException("Another server does " + row.name() + " " + row.key());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The progress of " + row.name() + " could not be noted", e);
        }
    }
}
