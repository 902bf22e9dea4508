package org.kizuna.partner;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.kizuna.shared.Reference;

/** Finds partners for whoever is writing something that names one. */
public final class PartnerLookup {

    private PartnerLookup() {}

    public static Optional<Partner> find(EntityManager entities, String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities.createQuery("select p from Partner p where p.reference = :reference", Partner.class)
                .setParameter("reference", new Reference(reference))
                .getResultStream()
                .findFirst();
    }
}
