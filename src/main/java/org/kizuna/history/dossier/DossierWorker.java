package org.kizuna.history.dossier;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Time;

/**
 * Makes the dossiers that were ordered, one after the other, as whoever ordered them. One that was left half made, by
 * this server's end or another's, is begun again once nothing has been heard of its worker for a while.
 */
@PermitAll
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DossierWorker {

    private static final Logger LOG = System.getLogger(DossierWorker.class.getName());

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Dossier dossier;

    @Inject
    private ProofQueries proofs;

    @Inject
    private DossierFolder folder;

    @Inject
    private Clock clock;

    private final String name = UUID.randomUUID().toString();

    private Instant lastBeat = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    public DossierWorker() {}

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void lookForWork() {
        try (Connection connection = dataSource.getConnection()) {
            DossierJobTable table = new DossierJobTable(connection);
            Instant now = Time.now(clock);
            Optional<DossierJob> job = table.open(now.minus(SILENCE));
            if (job.isPresent() && table.claim(job.get().id(), name, now.minus(SILENCE), now)) {
                table.end(job.get().id(), name, make(job.get(), table), Time.now(clock));
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Dossiers wait for the database", e);
        }
    }

    private DossierJobStatus make(DossierJob job, DossierJobTable table) {
        try {
            return Caller.as(
                    job.askedBy(),
                    Set.of(Roles.AUDITOR),
                    () -> Channel.SYSTEM.during(() -> {
                        write(job, table);
                        return DossierJobStatus.READY;
                    }));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "The dossier " + job.id() + " could not be made", e);
            return DossierJobStatus.FAILED;
        }
    }

    private void write(DossierJob job, DossierJobTable table) throws IOException {
        Path file = folder.file(job.id());
        Path part = file.resolveSibling(file.getFileName() + "." + name);
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                dossier.write(job.question(), proofs.head(job.size()), out, percent -> beat(job, table, percent));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void beat(DossierJob job, DossierJobTable table, int percent) {
        Instant now = Time.now(clock);
        if (now.isAfter(lastBeat.plus(BETWEEN_BEATS))) {
            lastBeat = now;
            try {
                table.beat(job.id(), name, percent, now);
            } catch (SQLException e) {
                throw new IllegalStateException("The dossier's progress could not be noted", e);
            }
        }
    }
}
