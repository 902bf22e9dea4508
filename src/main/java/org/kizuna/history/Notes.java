package org.kizuna.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.JournalNote;

/** Writes what other rooms ask to be noted, within their transaction. */
@ApplicationScoped
class Notes {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    void write(@Observes JournalNote noted) {
        new JournalWriter(entities.unwrap(SessionImplementor.class))
                .note(intents.current().orElseThrow(() -> new WriteOutsideRegister("A note")), noted.detail());
    }
}
