package org.kizuna.event;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.partner.PartnerRenamed;
import org.kizuna.search.SearchIndex;

/** Events are found by their partners' names, whatever it is now. */
@Dependent
class FoundByPartner {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SearchIndex index;

    void follow(@Observes PartnerRenamed renamed) {
        index.renew(entities.createQuery(
                        "select distinct e from IsidEvent e join e.partners p where p.partner = :partner",
                        IsidEvent.class)
                .setParameter("partner", renamed.partner())
                .getResultList());
    }
}
