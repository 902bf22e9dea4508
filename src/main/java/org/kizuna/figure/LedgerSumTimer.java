package org.kizuna.figure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sums the ledger up every few seconds, and whatever was left when the server last ended. */
@PermitAll
@Singleton
@Startup
@DependsOn("MigrationSteps")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerSumTimer {

    private static final Logger LOG = System.getLogger(LedgerSumTimer.class.getName());

    @EJB
    private LedgerSummation round;

    @SuppressWarnings("NullAway.Init")
    public LedgerSumTimer() {}

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFewSeconds() {
        try {
            sum();
        } catch (EJBException e) {
            // the database is away or another server sums: the next round finds what this one left
            LOG.log(Level.INFO, "Summing is tried again", e);
        }
    }

    /** Takes in everything that is committed by now. */
    @AccessTimeout(60_000)
    public void sum() {
        boolean more;
        do {
            more = round.round();
        } while (more);
    }
}
