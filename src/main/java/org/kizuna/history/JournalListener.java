package org.kizuna.history;

import java.util.Map;
import java.util.TreeMap;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Sees every row that Hibernate inserts, updates or deletes, and keeps what it held before and after. */
final class JournalListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

    @Override
    public void onPostInsert(PostInsertEvent event) {
        FieldReader fields = new FieldReader(event.getPersister(), event.getSession());
        record(
                event.getSession(),
                new PendingChange(
                        Operation.INSERT,
                        event.getPersister().getEntityName(),
                        event.getId(),
                        event.getEntity(),
                        Map.of(),
                        fields.after(event.getState())));
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        FieldReader fields = new FieldReader(event.getPersister(), event.getSession());
        Map<String, @Nullable Object> before = fields.before(event.getOldState(), event.getState());
        Map<String, @Nullable Object> after = fields.after(event.getState());
        Map<String, @Nullable Object> was = new TreeMap<>();
        Map<String, @Nullable Object> is = new TreeMap<>();
        after.forEach((name, value) -> {
            Object previous = before.get(name);
            if (!java.util.Objects.equals(previous, value)) {
                was.put(name, previous);
                is.put(name, value);
            }
        });
        record(
                event.getSession(),
                new PendingChange(
                        Operation.UPDATE,
                        event.getPersister().getEntityName(),
                        event.getId(),
                        event.getEntity(),
                        was,
                        is));
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        FieldReader fields = new FieldReader(event.getPersister(), event.getSession());
        record(
                event.getSession(),
                new PendingChange(
                        Operation.DELETE,
                        event.getPersister().getEntityName(),
                        event.getId(),
                        event.getEntity(),
                        fields.after(event.getDeletedState()),
                        Map.of()));
    }

    private static void record(org.hibernate.event.spi.EventSource session, PendingChange change) {
        PendingChangeSet.of(session, change.entityName()).add(change);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
