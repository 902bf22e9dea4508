package org.kizuna.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;
import org.kizuna.shared.Time;

/** Puts what people want to read once a day into one mail for each, in the morning of the organisation's zone. */
@ApplicationScoped
public class DigestJob implements Job {

    private static final int HOUR = 7;

    @Inject
    private Outbox outbox;

    @Inject
    private Config config;

    @Override
    public String name() {
        return "notice-digest";
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyDay(HOUR, 0));
    }

    @Override
    public @Nullable String run(JobRun run) {
        if (MailServer.isNamed(config)) {
            LocalDate day = day(Instant.parse(run.key()), Time.zone());
            outbox.digested().forEach(account -> outbox.digest(account, day));
        }
        return null;
    }

    /** The day whose digest was due at a moment. */
    static LocalDate day(Instant due, ZoneId zone) {
        return LocalDate.ofInstant(due, zone);
    }
}
