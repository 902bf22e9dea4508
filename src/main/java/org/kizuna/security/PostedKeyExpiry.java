package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;

/** Forgets answers to posts that nobody will send again. */
@ApplicationScoped
public class PostedKeyExpiry implements Job {

    @Inject
    private PostedKeys keys;

    @Override
    public String name() {
        return "idempotency-key-expiry";
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyHour(37));
    }

    @Override
    public @Nullable String run(JobRun run) {
        keys.expire();
        return null;
    }
}
