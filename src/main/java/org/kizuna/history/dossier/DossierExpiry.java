package org.kizuna.history.dossier;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kizuna.shared.Time;

/** Deletes the dossiers that were made in the background some time ago: whoever still needs one asks again. */
@PermitAll
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DossierExpiry {

    private static final Logger LOG = System.getLogger(DossierExpiry.class.getName());

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private DossierFolder folder;

    @Inject
    private Clock clock;

    /** How many days the file of a dossier is kept after it was ready. */
    @Inject
    @ConfigProperty(name = "kizuna.dossier.keep-days", defaultValue = "30")
    private long keepDays;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void expire() {
        expire(Time.now(clock).minus(Duration.ofDays(keepDays)));
    }

    /** @param before dossiers that were ready earlier than this go */
    public void expire(Instant before) {
        try (Connection connection = dataSource.getConnection()) {
            DossierJobTable table = new DossierJobTable(connection);
            for (DossierJob job : table.readyBefore(before)) {
                // the file first: if this ends in between, the job is found again
                Files.deleteIfExists(folder.file(job.id()));
                table.expire(job.id());
            }
            folder.deleteUnfinished(before);
        } catch (SQLException | IOException e) {
            LOG.log(Level.WARNING, "Old dossiers could not be deleted", e);
        }
    }
}
