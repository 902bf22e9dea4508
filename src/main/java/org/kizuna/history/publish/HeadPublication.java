package org.kizuna.history.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;
import org.kizuna.shared.Time;

/** Has heads sent outside every hour, where the day's has not arrived. */
@ApplicationScoped
public class HeadPublication implements Job {

    @Inject
    private HeadPublisher publisher;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "head-publication";
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyHour(17));
    }

    @Override
    public @Nullable String run(JobRun run) {
        publisher.publish(Time.now(clock));
        return null;
    }
}
