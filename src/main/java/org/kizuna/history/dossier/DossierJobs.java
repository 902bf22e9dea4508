package org.kizuna.history.dossier;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kizuna.history.ExportRegister;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Text;
import org.kizuna.shared.Time;

/** Takes orders for dossiers that are too long to be waited for, and hands them out. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class DossierJobs {

    /** How many change sets are checked while somebody waits, before a dossier is made. */
    private static final long LEAVES = 100_000;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private Dossier dossier;

    @Inject
    private DossierFolder folder;

    @Inject
    private ExportRegister register;

    @Inject
    private Clock clock;

    /** How many changes a dossier may hold that is made while somebody waits. */
    @Inject
    @ConfigProperty(name = "kizuna.dossier.at-once", defaultValue = "100000")
    private long atOnce;

    public boolean takesLong(DossierQuestion question, TreeHead head) {
        return dossier.unchecked(head) > LEAVES || dossier.changes(question, head) > atOnce;
    }

    /** @return id of the job; of the earlier one when somebody asks the same again */
    public String ask(DossierQuestion question, TreeHead head) {
        return with(table -> {
            Optional<DossierJob> same = table.same(question, head.size(), Caller.name());
            if (same.isPresent()) {
                return same.get().id();
            }
            String id = UUID.randomUUID().toString();
            table.add(id, question, head.size(), Caller.name(), Time.now(clock));
            return id;
        });
    }

    /** Those asked for last, newest first. */
    public List<DossierJob> newest(int limit) {
        return with(table -> table.newest(limit));
    }

    /** @throws NoSuchRecord when there is none of this id */
    public DossierJob find(String id) {
        return look(id).orElseThrow(() -> new NoSuchRecord("DossierJob", id));
    }

    public Optional<DossierJob> look(String id) {
        return Text.isAscii(id) ? with(table -> table.find(id)) : Optional.empty();
    }

    /**
     * Journals that it is taken away. Comes before {@link #copy}.
     *
     * @throws NoSuchRecord when it is not ready
     */
    public void take(String id) {
        register.take(id, findReady(id).size());
    }

    /** @throws NoSuchRecord when it is not ready */
    public void copy(String id, OutputStream out) throws IOException {
        Files.copy(folder.file(findReady(id).id()), out);
    }

    private DossierJob findReady(String id) {
        DossierJob job = find(id);
        if (!job.ready()) {
            throw new NoSuchRecord("DossierJob", id);
        }
        return job;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(new DossierJobTable(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The dossiers' jobs could not be read", e);
        }
    }

    /** Something done with the table. */
    private interface Work<T> {
        T on(DossierJobTable table) throws SQLException;
    }
}
