package org.kizuna.history.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.shared.LongestTransaction;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Checks the seals of the whole journal, and, when that was done within a day, of what was sealed since: whoever takes a
 * part of it home must not be told that it is whole because what is missing was not looked for.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealChecks {

    private static final Duration FRESH = Duration.ofDays(1);

    /** So many leaves are looked at again in no time. */
    private static final long FEW = 5_000;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealTimer sealer;

    @Inject
    private LongestTransaction longest;

    @Inject
    private Clock clock;

    /** How many leaves {@link #check} would look at now. */
    public long leaves(long size) {
        Complete last = fresh().orElse(null);
        return last == null ? size : Math.max(0, size - last.size());
    }

    /**
     * Looks at all that was sealed since the last complete check; at everything, where that is older than a day, found
     * something, or there is little to look at.
     *
     * @param progress is told how many leaves were looked at
     */
    public Checked check(Consumer<Finding> findings, LongConsumer progress) {
        return Sql.with(dataSource, connection -> {
            Optional<Complete> last = fresh();
            if (last.isEmpty()) {
                Complete now = complete(connection, findings, progress);
                return new Checked(now, now.size(), 0, longest.duration());
            }
            AtomicLong found = new AtomicLong();
            missing(counted(findings, found));
            HeadCheck heads = new HeadCheck(connection, sealer::trusts, finding -> {});
            long since = heads.newest() <= FEW ? 0 : last.get().size();
            new SealCheck(connection, heads, longest.duration(), counted(findings, found), progress).leavesFrom(since);
            return new Checked(last.get(), since, found.get(), longest.duration());
        });
    }

    /** Computes everything again. */
    public Complete complete(Connection connection, Consumer<Finding> findings, LongConsumer progress)
            throws SQLException {
        AtomicLong found = new AtomicLong();
        Instant now = Time.now(clock);
        Consumer<Finding> counted = counted(findings, found);
        missing(counted);
        HeadCheck heads = new HeadCheck(connection, sealer::trusts, counted);
        new SealCheck(connection, heads, longest.duration(), counted, progress).run();
        Complete complete = new Complete(now, heads.newest(), found.get());
        Sql.on(
                        connection,
                        "INSERT INTO seal_check (checked_at, tree_size, findings) VALUES (?, ?, ?)",
                        now,
                        complete.size(),
                        complete.findings())
                .update();
        return complete;
    }

    /** The database is behind what this server sealed last. */
    private void missing(Consumer<Finding> findings) {
        sealer.missing()
                .ifPresent(head -> findings.accept(new Finding(
                        Finding.Kind.HEAD_FALSE, "journal_head, tree_size " + head.size(), "root", head.root(), null)));
    }

    private static Consumer<Finding> counted(Consumer<Finding> findings, AtomicLong found) {
        return finding -> {
            found.incrementAndGet();
            findings.accept(finding);
        };
    }

    /** The last complete check, if it is of the last day and found nothing. */
    private Optional<Complete> fresh() {
        return Sql.with(dataSource, connection -> Sql.on(
                                connection,
                                "SELECT checked_at, tree_size, findings FROM seal_check ORDER BY id DESC LIMIT 1")
                        .first(row -> new Complete(Sql.moment(row, 1), row.getLong(2), row.getLong(3))))
                .filter(check -> check.findings() == 0
                        && check.at().isAfter(clock.instant().minus(FRESH)));
    }

    /** A check of everything: when it began, of how many change sets, and how much was found. */
    public record Complete(Instant at, long size, long findings) {}

    /**
     * @param since number of the first leaf that was looked at after the complete check
     * @param findings among those
     * @param longest transaction that was allowed for
     */
    public record Checked(Complete complete, long since, long findings, Duration longest) {}
}
