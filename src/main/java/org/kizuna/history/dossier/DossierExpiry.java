package org.kizuna.history.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRow;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;
import org.kizuna.job.Jobs;
import org.kizuna.shared.Time;

/** Deletes the dossiers that were made in the background some time ago: whoever still needs one asks again. */
@ApplicationScoped
public class DossierExpiry implements Job {

    @Inject
    private DossierFolder folder;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    /** How many days the file of a dossier is kept after it was ready. */
    @Inject
    @ConfigProperty(name = "kizuna.dossier.keep-days", defaultValue = "30")
    private long keepDays;

    @Override
    public String name() {
        return "dossier-expiry";
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyHour(17));
    }

    @Override
    public @Nullable String run(JobRun run) throws IOException {
        expire(Time.now(clock).minus(Duration.ofDays(keepDays)));
        return null;
    }

    /** @param before dossiers that were ready earlier than this go */
    public void expire(Instant before) throws IOException {
        for (JobRow job : jobs.doneBefore(DossierWork.NAME, before)) {
            // the file first: if this ends in between, the job is found again
            Files.deleteIfExists(folder.file(job.key()));
            jobs.remember(job.name(), job.key(), DossierWork.EXPIRED);
        }
        folder.deleteUnfinished(before);
    }
}
