package org.kizuna.history;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Hangs the journal on the persistence layer: no caller has to remember it and none can avoid it. */
public final class JournalIntegrator implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        EventListenerRegistry listeners = sessionFactory.getEventEngine().getListenerRegistry();
        JournalListener journal = new JournalListener();
        listeners.appendListeners(EventType.POST_INSERT, journal);
        listeners.appendListeners(EventType.POST_UPDATE, journal);
        listeners.appendListeners(EventType.POST_DELETE, journal);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // the listeners go with the session factory
    }
}
