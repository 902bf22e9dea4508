package org.kizuna.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;

/** Erases drafts that nobody has come back to. */
@ApplicationScoped
public class DraftExpiry implements Job {

    /** How long a draft is kept after its last change. */
    public static final Duration KEPT = Duration.ofDays(30);

    @Inject
    private Drafts drafts;

    @Override
    public String name() {
        return "draft-expiry";
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyHour(23));
    }

    @Override
    public @Nullable String run(JobRun run) {
        drafts.eraseBefore(drafts.now().minus(KEPT));
        return null;
    }
}
