package org.kizuna.history.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kizuna.feature.Today;
import org.kizuna.feature.TodayPart;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.audit.SelfAuditQueries;
import org.kizuna.history.dossier.DossierJobs;
import org.kizuna.security.Roles;

/** What auditors look at first. */
@Dependent
public class HistoryToday implements TodayPart {

    private static final int NEWEST = 20;

    @Inject
    private HistoryQueries history;

    @Inject
    private SelfAuditQueries selfAudit;

    @Inject
    private DossierJobs dossiers;

    @Override
    public int place() {
        return 60;
    }

    @Override
    public void tell(Today today) {
        if (today.isFor(Roles.AUDITOR)) {
            selfAudit.last().ifPresent(run -> today.due("due.audit", run.findings(), "/history/audit?run=" + run.id()));
            long ready = dossiers.newest(NEWEST).stream()
                    .filter(job -> job.ready() && job.askedBy().equals(today.username()))
                    .count();
            today.due("due.dossiers", ready, "/history/export");
            LocalDate weekAgo = today.day().minusDays(7);
            today.due("due.changes", history.countSince(weekAgo), "/history/journal?from=" + weekAgo);
            today.next("export", "/history/export");
            today.next("journal", "/history/journal");
        }
    }
}
