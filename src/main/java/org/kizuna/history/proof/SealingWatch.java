package org.kizuna.history.proof;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLDataException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Time;

/**
 * Knows whether sealing goes on. It measures by the wall clock: the newest head's time stands still when sealing does.
 */
@ApplicationScoped
public class SealingWatch {

    /** The sealer comes every five seconds: what waits longer waits for somebody. */
    public static final Duration LATE = Duration.ofMinutes(1);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    private volatile @Nullable Instant lastRound;
    private volatile boolean cut;
    private volatile boolean foreign;
    private volatile Duration clockBehind = Duration.ZERO;

    @SuppressWarnings("NullAway.Init")
    public SealingWatch() {}

    /** A round has sealed all there was. */
    void sealed(Duration behind) {
        lastRound = Time.now(clock);
        cut = false;
        foreign = false;
        clockBehind = behind;
    }

    /** The database does not have what this server sealed last. */
    void wasCut() {
        cut = true;
    }

    /** Another key signed the newest head. */
    void wasForeign() {
        foreign = true;
    }

    /** Whether the database is behind the head that this server kept: known from the last round. */
    public boolean isCut() {
        return cut;
    }

    /** How it stands now. */
    public State state() {
        Instant now = Time.now(clock);
        Instant oldest = oldest(now);
        Instant round = lastRound;
        Duration waits = oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        // a set that lies about its time can't hide that no round ends
        Duration silent = round == null || oldest == null ? Duration.ZERO : Duration.between(round, now);
        Duration age = waits.compareTo(silent) > 0 ? waits : silent;
        return new State(age, cut, foreign, clockBehind, findings());
    }

    private @Nullable Instant oldest(Instant now) {
        return Sql.with(dataSource, connection -> {
                    try {
                        return Sql.on(
                                        connection,
                                        "SELECT MIN(s.recorded_at) FROM journal_change_set s WHERE s.id > COALESCE((SELECT"
                                                + " h.settled_id FROM journal_head h ORDER BY h.tree_size DESC LIMIT 1), 0)"
                                                + " AND NOT EXISTS (SELECT 1 FROM journal_leaf l WHERE l.change_set_id = s.id)")
                                .first(row -> Optional.ofNullable(Sql.momentOrNull(row, 1)))
                                .flatMap(moment -> moment);
                    } catch (SQLDataException e) {
                        // a time that is none: the sealer takes it as it stands there
                        return Optional.of(now);
                    }
                })
                .orElse(null);
    }

    /** How many change sets were sealed although something is wrong with them. */
    private long findings() {
        return Sql.with(dataSource, connection -> Sql.on(connection, "SELECT COUNT(*) FROM sealing_finding")
                .number());
    }

    /**
     * @param age of the oldest change set that is not sealed; zero where there is none
     * @param cut whether the database is behind the head that this server kept
     * @param foreign whether another key signed the newest head
     * @param clockBehind how far this server's clock is behind the newest head
     * @param findings how many change sets were sealed although something is wrong with them
     */
    public record State(Duration age, boolean cut, boolean foreign, Duration clockBehind, long findings) {

        public boolean isLate() {
            return age.compareTo(LATE) > 0;
        }

        public boolean isClockBehind() {
            return !clockBehind.isZero();
        }

        /** Whether all that was journaled is sealed in time. */
        public boolean isGood() {
            return !isLate() && !cut && !foreign && !isClockBehind();
        }
    }
}
