package org.kizuna.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.RecordRef;

/** Makes the words of some older records anew, in a transaction of its own; one server at a time for each kind. */
@PermitAll
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SearchRound {

    /** Rises whenever words are cut or folded otherwise than before. */
    private static final int FORM = 2;

    private static final int AT_ONCE = 200;

    @PersistenceContext
    private EntityManager entities;

    /** Names of the entities that are searched for. */
    public List<String> kinds() {
        return entities.getMetamodel().getEntities().stream()
                .filter(entity -> NamedRecord.class.isAssignableFrom(entity.getJavaType()))
                .map(entity -> entity.getName())
                .sorted()
                .toList();
    }

    /** @return whether there may be more of that kind */
    public boolean round(String kind) {
        Session session = entities.unwrap(Session.class);
        Long after = session.doReturningWork(
                connection -> RenewalTable.of(connection, kind).after(FORM));
        if (after == null) {
            return false;
        }
        List<NamedRecord> some = entities.createQuery(
                        "select r from " + kind + " r where r.id > :after order by r.id", NamedRecord.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        List<RecordRef> records =
                some.stream().map(root -> new RecordRef(kind, root.id())).toList();
        Map<RecordRef, List<String>> further =
                session.doReturningWork(connection -> ToldByOthers.of(connection, records));
        List<FoundBy> found = some.stream()
                .map(root -> {
                    RecordRef record = new RecordRef(kind, root.id());
                    return FoundBy.of(record, root, further.getOrDefault(record, List.of()));
                })
                .toList();
        boolean more = some.size() == AT_ONCE;
        session.doWork(connection -> {
            SearchTables tables = new SearchTables(connection);
            for (FoundBy one : found) {
                tables.renew(one);
            }
            RenewalTable table = RenewalTable.of(connection, kind);
            if (more) {
                table.reached(some.get(some.size() - 1).id());
            } else {
                table.done(FORM);
            }
        });
        entities.clear();
        return more;
    }
}
