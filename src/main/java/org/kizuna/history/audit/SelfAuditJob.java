package org.kizuna.history.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.job.JobSchedule;
import org.kizuna.shared.Time;

/** Lets the register look at itself every night, and when somebody asks. */
@ApplicationScoped
public class SelfAuditJob implements Job {

    /** What the table of jobs calls it. */
    static final String NAME = "self-audit";

    @Inject
    private SelfAudit audit;

    @Inject
    private AuditBook book;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<JobSchedule> schedule() {
        return Optional.of(JobSchedule.everyDay(2, 30));
    }

    @Override
    public @Nullable String run(JobRun run) {
        String asked = run.content();
        if (run.again()) {
            closeWhatWasLeft(asked);
            String askedBy = run.askedBy();
            book.open(askedBy == null ? AuditRun.NIGHTLY : askedBy, null).ifPresent(audit::look);
            return null;
        }
        book.closeAbandoned();
        OptionalLong number =
                asked == null ? book.open(AuditRun.NIGHTLY, Time.today(clock)) : OptionalLong.of(Long.parseLong(asked));
        number.ifPresent(audit::look);
        return null;
    }

    /** A look is never gone on with by somebody else: the next one begins with the first change set. */
    private void closeWhatWasLeft(@Nullable String asked) {
        if (asked == null) {
            book.closeNight();
        } else {
            book.close(Long.parseLong(asked), AuditBook.SERVER_ENDED);
        }
    }
}
