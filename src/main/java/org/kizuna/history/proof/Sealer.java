package org.kizuna.history.proof;

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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Seals what was journaled, every few seconds, and whatever was left when the server last ended. */
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sealer {

    private static final Logger LOG = System.getLogger(Sealer.class.getName());

    @EJB
    private SealingRound round;

    @Inject
    private KeptHead kept;

    @Inject
    private SealingKey key;

    @Inject
    private Config config;

    private long settled;

    @SuppressWarnings("NullAway.Init")
    public Sealer() {}

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
            throw new JournalWasCut(last == null ? 0 : last.size());
        }
        foreign().ifPresent(head -> {
            throw new SealedWithAnotherKey(head.keyId(), key.id());
        });
        SealingRound.Done done;
        do {
            done = round.seal(settled);
            settled = done.settled();
        } while (done.sealed() == Sealing.AT_ONCE);
        round.newest().filter(head -> last == null || head.size() > last.size()).ifPresent(kept::keep);
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
