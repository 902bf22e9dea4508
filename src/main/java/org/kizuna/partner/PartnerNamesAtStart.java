package org.kizuna.partner;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Keeps the names of partners that were recorded before names were kept beside them, once, when the server starts. */
@Startup
@PermitAll
@Singleton
public class PartnerNamesAtStart {

    private static final int PART = 500;

    @PersistenceContext
    private EntityManager entities;

    @PostConstruct
    void keep() {
        // of servers that start at once the second waits, and finds nothing left
        entities.createNativeQuery("SELECT next_val FROM id_sequence WHERE name = 'partner' FOR UPDATE")
                .getResultList();
        KnownNames names = new KnownNames(entities);
        long last = 0;
        List<Partner> some = without(last);
        while (!some.isEmpty()) {
            names.recorded(some);
            last = some.get(some.size() - 1).id();
            entities.clear();
            some = without(last);
        }
    }

    private List<Partner> without(long last) {
        List<?> ids = entities.createNativeQuery(
                        "SELECT p.id FROM partner p LEFT JOIN partner_name_key k ON k.partner_id"
                                + " = p.id WHERE k.partner_id IS NULL AND p.id > :last ORDER BY p.id")
                .setParameter("last", last)
                .setMaxResults(PART)
                .getResultList();
        List<Long> found = ids.stream().map(id -> ((Number) id).longValue()).toList();
        return found.isEmpty()
                ? List.of()
                : entities.createQuery("select p from Partner p where p.id in :ids order by p.id", Partner.class)
                        .setParameter("ids", found)
                        .getResultList();
    }
}
