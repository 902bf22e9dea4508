package org.kizuna.history.dossier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kizuna.history.ExportRegister;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.job.JobRow;
import org.kizuna.job.Jobs;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;

/** Takes orders for dossiers that are too long to be waited for, and hands them out. */
@Stateless
@RolesAllowed(Roles.AUDITOR)
public class DossierJobs {

    /** How many change sets are checked while somebody waits, before a dossier is made. */
    private static final long LEAVES = 100_000;

    @Inject
    private Dossier dossier;

    @Inject
    private DossierFolder folder;

    @Inject
    private ExportRegister register;

    @Inject
    private Jobs jobs;

    /** How many changes a dossier may hold that is made while somebody waits. */
    @Inject
    @ConfigProperty(name = "kizuna.dossier.at-once", defaultValue = "100000")
    private long atOnce;

    public boolean takesLong(DossierQuestion question, TreeHead head) {
        return dossier.unchecked(head) > LEAVES || dossier.changes(question, head) > atOnce;
    }

    /** @return id of the job; of the earlier one when somebody asks the same again */
    public String ask(DossierQuestion question, TreeHead head) {
        String order = new DossierOrder(question, head.size()).written();
        Optional<JobRow> same = jobs.same(DossierWork.NAME, Caller.name(), order);
        if (same.isPresent()) {
            return same.get().key();
        }
        String id = UUID.randomUUID().toString();
        jobs.ask(DossierWork.NAME, id, order, Caller.name());
        return id;
    }

    /** Those asked for last, newest first. */
    public List<DossierJob> newest(int limit) {
        return jobs.newest(DossierWork.NAME, limit).stream().map(DossierJob::of).toList();
    }

    /** @throws NoSuchRecord when there is none of this id */
    public DossierJob find(String id) {
        return look(id).orElseThrow(() -> new NoSuchRecord("DossierJob", id));
    }

    public Optional<DossierJob> look(String id) {
        return jobs.find(DossierWork.NAME, id).map(DossierJob::of);
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
}
