package org.kizuna.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Makes the words of records anew that were recorded when words were cut otherwise, after the server has started. Until
 * it is done such a record is found by the words it had.
 */
@PermitAll
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchRenewal {

    private static final Logger LOG = System.getLogger(SearchRenewal.class.getName());

    @EJB
    private SearchRound round;

    private boolean done;

    @SuppressWarnings("NullAway.Init")
    public SearchRenewal() {}

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyFewSecondsUntilDone() {
        if (done) {
            return;
        }
        try {
            renew();
            done = true;
        } catch (EJBException e) {
            // the database is away or another server is at it: the next round finds what this one left
            LOG.log(Level.INFO, "Words are made anew again", e);
        }
    }

    /** Goes through all that are left. */
    public void renew() {
        for (String kind : round.kinds()) {
            boolean more;
            do {
                more = round.round(kind);
            } while (more);
        }
    }
}
