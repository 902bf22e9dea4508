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
}
