package org.kizuna.agreement;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.kizuna.shared.Reference;

/** Finds agreements for whoever is writing something that names one. */
public final class AgreementLookup {

    private AgreementLookup() {}

    public static Optional<Agreement> find(EntityManager entities, String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery("select a from Agreement a where a.reference = :reference", Agreement.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether that is what it stands under. Nothing is kept in memory by asking. */
    static boolean isUnder(EntityManager entities, Reference agreement, String parent) {
        return entities.createQuery(
                        "select p.reference from Agreement a join a.parent p where a.reference = :of", Reference.class)
                .setParameter("of", agreement)
                .getResultStream()
                .anyMatch(above -> above.value().equals(parent));
    }
}
