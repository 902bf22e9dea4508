package org.kizuna.search;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Hangs the search on the persistence layer, as the journal is. */
public final class SearchIntegrator implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        EventListenerRegistry listeners = sessionFactory.getEventEngine().getListenerRegistry();
        SearchListener search = new SearchListener();
        listeners.appendListeners(EventType.POST_INSERT, search);
        listeners.appendListeners(EventType.POST_UPDATE, search);
        listeners.appendListeners(EventType.POST_DELETE, search);
        listeners.appendListeners(EventType.FLUSH, search);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        // the listeners go with the session factory
    }
}
