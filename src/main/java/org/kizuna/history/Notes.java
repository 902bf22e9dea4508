package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.kizuna.shared.Intents;
import org.kizuna.shared.Noted;

/** Writes what other rooms ask to be noted, within their transaction. */
@ApplicationScoped
class Notes {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Intents intents;

    void write(@Observes Noted noted) {
        new JournalWriter(entities.unwrap(SessionImplementor.class))
                .note(intents.current().orElseThrow(() -> new WriteOutsideRegister("A note")), noted.detail());
    }
}
