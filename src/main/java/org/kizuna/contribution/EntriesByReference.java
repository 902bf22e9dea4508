package org.kizuna.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.kizuna.search.KindOfReference;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.Reference;

/** Finds an entry by its reference, as {@code E-002778}. */
@ApplicationScoped
public class EntriesByReference implements KindOfReference {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public String kind() {
        return LedgerEntry.class.getSimpleName();
    }

    @Override
    public Optional<SearchHit> find(String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery(
                        "select e from LedgerEntry e join fetch e.contribution join fetch e.donor where e.reference ="
                                + " :reference",
                        LedgerEntry.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst()
                .map(entry -> new SearchHit(
                        kind(),
                        entry.id(),
                        entry.reference().value(),
                        entry.contribution().purpose(),
                        entry.contribution().donor().legalName() + " · " + entry.valueDate() + " · " + entry.amount()));
    }
}
