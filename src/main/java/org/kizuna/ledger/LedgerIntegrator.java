package org.kizuna.ledger;

import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.kizuna.shared.AfterInsert;

/** Hangs on the persistence layer what is kept beside the ledger: whose an entry is, and which receipts wait. */
public final class LedgerIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        new Entered().hangOn(factory);
        new Confirmed().hangOn(factory);
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
            new Recorders(session).entered(entries);
            new UnconfirmedReceipts(session).entered(entries);
        }
    }

    private static final class Confirmed extends AfterInsert<LedgerConfirmation> {

        Confirmed() {
            super(LedgerConfirmation.class);
        }

        @Override
        protected void inserted(EventSource session, List<LedgerConfirmation> confirmations) {
            new UnconfirmedReceipts(session)
                    .confirmed(confirmations.stream()
                            .map(LedgerConfirmation::entry)
                            .toList());
        }
    }
}
