package org.kizuna.history.proof;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Seals what was journaled, every few seconds, and whatever was left when the server last ended. */
@PermitAll
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealTimer {

    private static final Logger LOG = System.getLogger(SealTimer.class.getName());

    /** What two servers' clocks may differ by. */
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    @EJB
    private SealTransaction round;

    @Inject
    private KeptHead kept;

    @Inject
    private SealingKey key;

    @Inject
    private Config config;

    @Inject
    private SealingWatch watch;

    @Inject
    private Clock clock;

    @EJB
    private ClockNote note;

    private long settled;
    private boolean isNoted;

    @SuppressWarnings("NullAway.Init")
    public SealTimer() {}

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFewSeconds() {
        try {
            seal();
        } catch (JournalWasCut | SealedWithAnotherKey e) {
            LOG.log(Level.ERROR, e.getMessage());
        } catch (EJBException e) {
            // another server was first, or the database is away: the next round finds what this one left
            LOG.log(Level.INFO, "Sealing is tried again", e);
        }
    }

    /** Seals everything that is committed by now. */
    @Lock(LockType.WRITE)
    @AccessTimeout(60_000)
    public void seal() {
        KeptHead.Kept last = kept.read();
        if (missing().isPresent()) {
            watch.wasCut();
            throw new JournalWasCut(last == null ? 0 : last.size());
        }
        foreign().ifPresent(head -> {
            watch.wasForeign();
            throw new SealedWithAnotherKey(head.keyId(), key.id());
        });
        Duration behind = behind();
        SealTransaction.Done done = round.seal(settled);
        settled = done.settled();
        done.findings()
                .forEach(finding -> LOG.log(
                        Level.ERROR, "Change set {0} was sealed, but it is {1}", finding.changeSet(), finding.kind()));
        round.newest().filter(head -> last == null || head.size() > last.size()).ifPresent(kept::keep);
        watch.sealed(behind);
    }

    /** How far this server's clock is behind the newest head; noted in the journal once while it is. */
    private Duration behind() {
        Instant now = clock.instant();
        Duration behind = round.newest()
                .map(head -> Duration.between(now, head.sealedAt()))
                .filter(late -> late.compareTo(TOLERATED) > 0)
                .orElse(Duration.ZERO);
        if (!behind.isZero() && !isNoted) {
            LOG.log(Level.ERROR, "This server's clock is {0} seconds behind what was sealed", behind.toSeconds());
            note.behind(behind);
        }
        isNoted = !behind.isZero();
        return behind;
    }

    /** The head that this server signed last, when the journal no longer begins with what it stands for. */
    @Lock(LockType.READ)
    public Optional<KeptHead.Kept> missing() {
        return Optional.ofNullable(kept.read()).filter(last -> !round.continues(last.size(), last.root()));
    }

    /** The newest head, when another key signed it and no setting says that this one follows it. */
    @Lock(LockType.READ)
    public Optional<TreeHead> foreign() {
        return round.newest().filter(head -> !trusts(head.keyId()));
    }

    /** Whether a key is this server's, or one of those that it follows: {@code kizuna.seal.key.follows} names their ids. */
    @Lock(LockType.READ)
    public boolean trusts(String keyId) {
        return keyId.equals(key.id())
                || config.getOptionalValues("kizuna.seal.key.follows", String.class)
                        .orElse(List.of())
                        .contains(keyId);
    }
}
