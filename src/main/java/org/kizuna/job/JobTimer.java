package org.kizuna.job;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;

/**
 * Begins what is due and says every second that this server still does what it does. Work that was left half done,
 * by this server's end or another's, is begun again once nothing has been heard of it for a while.
 */
@PermitAll
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobTimer {

    private static final Logger LOG = System.getLogger(JobTimer.class.getName());

    static final Duration SILENCE = Duration.ofSeconds(30);

    /** What was begun so often may be what its servers died of. */
    static final int ATTEMPTS = 3;

    /** What was due while no server ran is made up for when one starts so soon after. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** So long it is known that something was done that was due of itself. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Job> jobs;

    private final Map<String, Instant> planned = new HashMap<>();
    private final Map<String, JobClaim> running = new ConcurrentHashMap<>();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        Instant now = Time.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            JobTable table = new JobTable(connection);
            for (JobClaim claim : running.values()) {
                claim.beat(table, now);
            }
            Map<String, Job> known = new HashMap<>();
            for (Job job : jobs) {
                known.put(job.name(), job);
                plan(job, table, now);
            }
            for (JobRow row : table.open(now, now.minus(SILENCE))) {
                Job job = known.get(row.name());
                if (job != null && !running.containsKey(row.name())) {
                    begin(job, row, table, now);
                }
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Jobs wait for the database", e);
        }
    }

    /** Of several servers one puts it down. */
    private void plan(Job job, JobTable table, Instant now) throws SQLException {
        JobSchedule schedule = job.schedule().orElse(null);
        if (schedule == null) {
            return;
        }
        Instant due = schedule.newest(now, Time.zone());
        if (due.equals(planned.get(job.name()))) {
            return;
        }
        if (due.isAfter(now.minus(LATE))) {
            table.add(job.name(), due.toString(), null, null, now, due);
        }
        table.forget(job.name(), now.minus(REMEMBERED));
        planned.put(job.name(), due);
    }

    private void begin(Job job, JobRow row, JobTable table, Instant now) throws SQLException {
        if (row.attempts() >= ATTEMPTS) {
            LOG.log(Level.ERROR, "{0} {1} was begun {2} times and never ended", row.name(), row.key(), row.attempts());
            table.abandon(row.id(), now, now.minus(SILENCE));
            return;
        }
        JobClaim claim = new JobClaim(dataSource, clock, row);
        if (!claim.take(table, now, now.minus(SILENCE))) {
            return;
        }
        running.put(row.name(), claim);
        try {
            threads.execute(() -> work(job, claim));
        } catch (RejectedExecutionException e) {
            running.remove(row.name());
            LOG.log(Level.WARNING, "No thread is free for " + row.name(), e);
        }
    }

    private void work(Job job, JobClaim claim) {
        JobRow row = claim.row();
        try {
            String result = job.run(claim);
            end(claim, JobState.DONE, result);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, row.name() + " " + row.key() + " failed", e);
            end(claim, JobState.FAILED, e.getClass().getSimpleName());
        } finally {
            running.remove(row.name());
        }
    }

    private static void end(JobClaim claim, JobState state, @Nullable String result) {
        try {
            if (!claim.end(state, result)) {
                LOG.log(
                        Level.WARNING,
                        "Another server took over {0} {1}",
                        claim.row().name(),
                        claim.row().key());
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "That " + claim.row().name() + " ended could not be noted: it is begun again", e);
        }
    }
}
