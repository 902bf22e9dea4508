package org.kizuna.history.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.audit.AuditRun;
import org.kizuna.history.audit.Finding;
import org.kizuna.history.audit.SelfAuditQueries;
import org.kizuna.history.audit.SelfAuditRegister;
import org.kizuna.page.web.Told;
import org.omnifaces.util.Faces;

/** What the register found when it looked at itself. */
@Named
@ViewScoped
public class SelfAuditView implements Serializable {

    private static final int RUNS = 20;

    @Inject
    private transient SelfAuditQueries queries;

    @Inject
    private transient SelfAuditRegister register;

    private long id;
    private transient @Nullable List<AuditRun> runs;

    public void load() {
        String wanted = String.valueOf(Faces.getRequestParameter("run"));
        id = wanted.matches("[0-9]{1,18}") ? Long.parseLong(wanted) : 0;
    }

    public void begin() {
        Told.andGo("SelfAuditRegister.begin", "/history/audit?run=%s", Long.toString(register.begin()));
    }

    public List<AuditRun> getRuns() {
        if (runs == null) {
            runs = queries.runs(RUNS);
        }
        return runs;
    }

    /** The one that is shown: the one asked for, or the newest; none before the first. */
    public @Nullable AuditRun getRun() {
        return id > 0 ? queries.run(id) : getRuns().stream().findFirst().orElse(null);
    }

    public List<Finding> getFindings() {
        AuditRun run = getRun();
        return run == null ? List.of() : queries.findings(run.id());
    }
}
