package org.kizuna.history.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.history.dossier.DossierJob;

/**
 * A dossier that is made in the background.
 *
 * @param progress percent of the work that is done
 * @param head size of the tree whose head it holds to
 * @param file where to fetch it, once it is ready
 */
public record DossierJobJson(
        String id,
        String status,
        int progress,
        long head,
        @Nullable String cooperation,
        String askedBy,
        String askedAt,
        @Nullable String finishedAt,
        @Nullable String file) {

    static DossierJobJson of(DossierJob job) {
        return new DossierJobJson(
                job.id(),
                job.status().name(),
                job.percent(),
                job.size(),
                job.question().name(),
                job.askedBy(),
                job.askedAt().toString(),
                job.finishedAt() == null ? null : job.finishedAt().toString(),
                job.ready() ? "/api/v1/" + address(job) + "/file" : null);
    }

    /** Relative to the interface's root. */
    static String address(DossierJob job) {
        return "history/dossier-jobs/" + job.id();
    }
}
