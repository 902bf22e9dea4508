package org.kizuna.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import org.hibernate.event.spi.EventSource;
import org.kizuna.shared.NamedRecord;

/** Records whose words come from another record, which has changed, are found by the new words. */
@ApplicationScoped
public class SearchIndex {

    @PersistenceContext
    private EntityManager entities;

    /** Before the transaction commits. */
    public void renew(Collection<? extends NamedRecord> records) {
        PendingWords pending = PendingWords.of(entities.unwrap(EventSource.class));
        records.forEach(pending::changed);
    }
}
