package org.kizuna.search;

import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.kizuna.shared.NamedRecord;

/** Keeps {@link SearchEntry} and {@link SearchTerm} in step with every record that can be searched for. */
final class SearchListener
        implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener, FlushEventListener {

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof NamedRecord root) {
            PendingWords.of(event.getSession()).recorded(root);
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof NamedRecord root) {
            PendingWords.of(event.getSession()).changed(root);
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (event.getEntity() instanceof NamedRecord root) {
            PendingWords.of(event.getSession()).deleted(root);
        }
    }

    @Override
    public void onFlush(FlushEvent event) {
        EventSource session = event.getSession();
        PendingWords pending = PendingWords.known();
        if (pending != null && pending.areMany()) {
            pending.write(session);
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
