package org.kizuna.history.dossier;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
