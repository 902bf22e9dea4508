package org.kizuna.history.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.kizuna.shared.Time;

/** Lets the register look at itself every night, on one server. */
@PermitAll
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyAudit {

    @EJB
    private SelfAudit audit;

    @EJB
    private AuditBook book;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    public NightlyAudit() {}

    @Schedule(hour = "2", minute = "30", persistent = false)
    void atNight() {
        book.closeAbandoned();
        book.open(AuditRun.NIGHTLY, Time.today(clock)).ifPresent(audit::lookMeanwhile);
    }
}
