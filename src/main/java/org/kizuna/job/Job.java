package org.kizuna.job;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work that nobody waits for, found by CDI. Each server does one of a kind at a time. When a server dies
 * another begins its work again, so the work has to bear that.
 */
public interface Job {

    /** What the table calls it: at most 40 letters, as long as rows of it are kept. */
    String name();

    /** When it is due without being asked for; never where it is only asked for. */
    default Optional<JobSchedule> schedule() {
        return Optional.empty();
    }

    /**
     * Does it, without a transaction around it, as nobody. What it throws is logged, and the run has failed.
     *
     * @return what its owner wants to remember of the outcome, as a code of at most 60 letters
     */
    @Nullable
    String run(JobRun run) throws IOException;
}
