package org.kizuna.history.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.LiveFields;
import org.kizuna.shared.JournaledRecord;
import org.kizuna.shared.VersionedEntity;

/**
 * Reads records of any kind as they are in the tables. Each reading is a transaction of its own: a row that can't be
 * read ends it, and the next reading knows nothing of that.
 */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LiveRecords {

    @PersistenceContext
    private EntityManager entities;

    /** Every kind of record that the journal keeps, and the table it is in. */
    public SortedMap<String, String> kinds() {
        SortedMap<String, String> kinds = new TreeMap<>();
        session().getFactory().getMappingMetamodel().forEachEntityDescriptor(persister -> {
            if (JournaledRecord.class.isAssignableFrom(persister.getMappedClass())) {
                kinds.put(
                        persister.getMappedClass().getSimpleName(),
                        ((AbstractEntityPersister) persister).getTableName());
            }
        });
        return kinds;
    }

    /** Ids above one, in their order. */
    public List<Long> ids(String kind, long after, int limit) {
        return entities.createQuery("SELECT r.id FROM " + kind + " r WHERE r.id > :after ORDER BY r.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** By id, the records above one and up to another. */
    public Map<Long, Live> read(String kind, long after, long upTo) {
        EntityPersister persister = session()
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(
                        session().getFactory().getMappingMetamodel().getImportedName(kind));
        LiveFields fields = new LiveFields(session());
        Map<Long, Live> records = new TreeMap<>();
        entities.createQuery(
                        "SELECT r FROM " + kind + " r WHERE r.id > :after AND r.id <= :upTo ORDER BY r.id",
                        JournaledRecord.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .getResultList()
                .forEach(record -> records.put(
                        record.id(),
                        new Live(
                                fields.of(persister, record),
                                record instanceof VersionedEntity stored ? stored.version() : null)));
        return records;
    }

    private SessionImplementor session() {
        return entities.unwrap(SessionImplementor.class);
    }

    /**
     * A record as it is.
     *
     * @param fields as the journal would keep them
     */
    public record Live(Map<String, String> fields, @Nullable Long version) {}
}
