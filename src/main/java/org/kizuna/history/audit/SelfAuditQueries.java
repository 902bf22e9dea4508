package org.kizuna.history.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;

/** Reads what the looks of the register at itself found. */
@Stateless
@RolesAllowed({Roles.AUDITOR, Roles.MANAGER, Roles.ADMINISTRATOR})
public class SelfAuditQueries {

    @Inject
    private AuditBook book;

    /** Newest first. */
    public List<AuditRun> runs(int limit) {
        return book.runs(limit);
    }

    /** @throws NoSuchRecord when there was no look of this number */
    public AuditRun run(long id) {
        return book.run(id).orElseThrow(() -> new NoSuchRecord("SelfAudit", Long.toString(id)));
    }

    /** The newest that has ended. */
    public Optional<AuditRun> last() {
        return book.runs(20).stream().filter(run -> !run.isRunning()).findFirst();
    }

    /** The first thousand findings of a look. */
    public List<Finding> findings(long id) {
        return book.findings(id);
    }
}
