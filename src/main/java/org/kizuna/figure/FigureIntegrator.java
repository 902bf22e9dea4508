package org.kizuna.figure;

import com.ibm.icu.util.Currency;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.kizuna.ledger.LedgerConfirmation;
import org.kizuna.ledger.LedgerEntry;
import org.kizuna.rate.ExchangeRate;
import org.kizuna.shared.AfterInsert;
import org.kizuna.shared.ManyRows;
import org.kizuna.shared.Sql;

/**
 * Hangs on the persistence layer what changes the sums that are kept. Nobody waits for them: what is entered or
 * confirmed is noted in a row of its own, and {@link LedgerSummation} adds it up.
 */
public final class FigureIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        new Entered().hangOn(factory);
        new Confirmed().hangOn(factory);
        new Revalued().hangOn(factory);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // the listeners go with the session factory
    }

    private static final class Entered extends AfterInsert<LedgerEntry> {

        Entered() {
            super(LedgerEntry.class);
        }

        @Override
        protected void inserted(EventSource session, List<LedgerEntry> entries) {
            ManyRows unsummed = new ManyRows("ledger_unsummed", "entry_id");
            entries.forEach(entry -> unsummed.add(entry.id()));
            session.doWork(unsummed::write);
        }
    }

    private static final class Confirmed extends AfterInsert<LedgerConfirmation> {

        Confirmed() {
            super(LedgerConfirmation.class);
        }

        @Override
        protected void inserted(EventSource session, List<LedgerConfirmation> confirmations) {
            ManyRows unmoved = new ManyRows("ledger_unmoved", "entry_id");
            confirmations.forEach(
                    confirmation -> unmoved.add(confirmation.entry().id()));
            session.doWork(unmoved::write);
        }
    }

    /** What is summed in a currency may be worth something else when a rate of it becomes known. */
    private static final class Revalued extends AfterInsert<ExchangeRate> {

        Revalued() {
            super(ExchangeRate.class);
        }

        @Override
        protected void inserted(EventSource session, List<ExchangeRate> rates) {
            List<String> currencies = rates.stream()
                    .map(ExchangeRate::currency)
                    .map(Currency::getCurrencyCode)
                    .distinct()
                    .toList();
            session.doWork(connection -> Sql.on(
                            connection,
                            "UPDATE ledger_sum_currency SET stale = TRUE WHERE currency IN ("
                                    + Sql.marks(currencies.size()) + ")",
                            currencies)
                    .update());
        }
    }
}
