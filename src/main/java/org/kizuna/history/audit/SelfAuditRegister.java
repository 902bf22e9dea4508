package org.kizuna.history.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.kizuna.job.Jobs;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.JournalNote;

/** The door through which somebody has the register look at itself. */
@Stateless
@Register
public class SelfAuditRegister {

    @Inject
    private AuditBook book;

    @Inject
    private Jobs jobs;

    @Inject
    private Event<JournalNote> noted;

    /** Begins; how far it is stands in the book.
     *
     * @return the look's number
     */
    @RolesAllowed(Roles.AUDITOR)
    public long begin() {
        long run = book.open(Caller.name(), null).orElseThrow();
        noted.fire(new JournalNote(Map.of("selfAudit", run)));
        jobs.ask(SelfAuditJob.NAME, Long.toString(run), Long.toString(run), Caller.name());
        return run;
    }
}
