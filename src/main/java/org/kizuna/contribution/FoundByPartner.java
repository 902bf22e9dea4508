package org.kizuna.contribution;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kizuna.partner.PartnerRenamed;
import org.kizuna.search.SearchIndex;

/** Contributions are found by their donor's name, whatever it is now. */
@Dependent
class FoundByPartner {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SearchIndex index;

    void follow(@Observes PartnerRenamed renamed) {
        index.renew(entities.createQuery("select c from Contribution c where c.donor = :partner", Contribution.class)
                .setParameter("partner", renamed.partner())
                .getResultList());
    }
}
