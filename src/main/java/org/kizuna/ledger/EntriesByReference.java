package org.kizuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kizuna.search.KindOfReference;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.Reference;

/** Finds an entry by its reference, as {@code E-002778}. */
@ApplicationScoped
public class EntriesByReference implements KindOfReference {

    private static final String ENTRIES =
            "select e from LedgerEntry e join fetch e.contribution join fetch e.donor where ";

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
        return entities.createQuery(ENTRIES + "e.reference = :reference", LedgerEntry.class)
                .setParameter("reference", new Reference(reference))
                .getResultStream()
                .findFirst()
                .map(this::hit);
    }

    @Override
    public List<SearchHit> named(Collection<Long> ids) {
        return entities.createQuery(ENTRIES + "e.id in (:ids)", LedgerEntry.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(LedgerEntry entry) {
        return new SearchHit(
                kind(),
                entry.id(),
                entry.reference().value(),
                entry.contribution().purpose(),
                entry.contribution().donor().legalName() + " · " + entry.valueDate() + " · " + entry.amount());
    }
}
