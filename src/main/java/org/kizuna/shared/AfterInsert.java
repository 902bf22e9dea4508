package org.kizuna.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Writes what hangs on new rows of an entity, in the transaction that inserts them. Like the journal it hangs on the
 * persistence layer: no writer has to remember it and none can avoid it.
 *
 * @param <T> the entity
 */
public abstract class AfterInsert<T> implements PostInsertEventListener, FlushEventListener, AutoFlushEventListener {

    private final Class<T> type;

    protected AfterInsert(Class<T> type) {
        this.type = type;
    }

    /** The rows of one flush, which are in their table by now. */
    protected abstract void inserted(EventSource session, List<T> rows);

    public final void hangOn(SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = factory.getEventEngine().getListenerRegistry();
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.FLUSH, this);
        listeners.appendListeners(EventType.AUTO_FLUSH, this);
    }

    @Override
    public final void onPostInsert(PostInsertEvent event) {
        if (type.isInstance(event.getEntity())) {
            Waiting waiting = ActionContext.find().attached(Waiting.class);
            if (waiting == null) {
                waiting = new Waiting();
                ActionContext.find().attach(waiting);
            }
            waiting.rows.computeIfAbsent(this, first -> new ArrayList<>()).add(event.getEntity());
        }
    }

    @Override
    public final void onFlush(FlushEvent event) {
        write(event.getSession());
    }

    @Override
    public final void onAutoFlush(AutoFlushEvent event) {
        write(event.getSession());
    }

    private void write(EventSource session) {
        Waiting waiting = ActionContext.find().attached(Waiting.class);
        // taken before they are written: what is asked on the way flushes again
        List<Object> rows = waiting == null ? null : waiting.rows.remove(this);
        if (rows != null) {
            inserted(session, rows.stream().map(type::cast).toList());
        }
    }

    @Override
    public final boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    /** Rows of the current transaction that were inserted since its last flush. */
    private static final class Waiting {
        private final Map<AfterInsert<?>, @Nullable List<Object>> rows = new HashMap<>();
    }
}
