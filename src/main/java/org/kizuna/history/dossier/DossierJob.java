package org.kizuna.history.dossier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.job.JobRow;

/**
 * A dossier that is made in the background.
 *
 * @param size of the tree whose head it holds to
 * @param percent of the work that is done
 * @param finishedAt when it was ready or given up, or null
 */
public record DossierJob(
        String id,
        DossierQuestion question,
        long size,
        String askedBy,
        Instant askedAt,
        DossierJobStatus status,
        int percent,
        @Nullable Instant finishedAt)
        implements Serializable {

    static DossierJob of(JobRow job) {
        DossierOrder order = DossierOrder.read(Objects.requireNonNull(job.content()));
        return new DossierJob(
                job.key(),
                order.question(),
                order.size(),
                Objects.requireNonNull(job.askedBy()),
                job.askedAt(),
                status(job),
                job.percent(),
                job.endedAt());
    }

    private static DossierJobStatus status(JobRow job) {
        return switch (job.state()) {
            case WAITING -> DossierJobStatus.WAITING;
            case RUNNING -> DossierJobStatus.RUNNING;
            case FAILED -> DossierJobStatus.FAILED;
            case DONE -> job.result() == null ? DossierJobStatus.READY : DossierJobStatus.EXPIRED;
        };
    }

    public boolean running() {
        return status == DossierJobStatus.RUNNING;
    }

    public boolean ready() {
        return status == DossierJobStatus.READY;
    }

    public boolean expired() {
        return status == DossierJobStatus.EXPIRED;
    }
}
