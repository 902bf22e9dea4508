package org.kizuna.history.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.dossier.DossierJob;
import org.kizuna.history.dossier.DossierJobs;

/** The dossiers that are made in the background, newest first. */
@Named
@RequestScoped
public class DossierJobList {

    private static final int MOST = 20;

    @Inject
    private DossierJobs jobs;

    private @Nullable List<DossierJob> rows;

    public List<DossierJob> getRows() {
        List<DossierJob> known = rows;
        if (known == null) {
            known = jobs.newest(MOST);
            rows = known;
        }
        return known;
    }
}
