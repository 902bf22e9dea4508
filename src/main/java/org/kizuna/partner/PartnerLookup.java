package org.kizuna.partner;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kizuna.shared.Reference;

/** Finds partners for whoever is writing something that names one. */
public final class PartnerLookup {

    private PartnerLookup() {}

    /** Whoever names a merged partner names the one that it is now: an old reference in a file or a program stays good. */
    public static Optional<Partner> find(EntityManager entities, String reference) {
        return itself(entities, reference).map(PartnerCanon::of);
    }

    /** The same, though it be merged. */
    static Optional<Partner> itself(EntityManager entities, String reference) {
        if (!Reference.isValid(reference)) {
            return Optional.empty();
        }
        return entities
                .createQuery("select p from Partner p where p.reference = :reference", Partner.class)
                .setParameter("reference", new Reference(reference))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether that is what it belongs to. Nothing is kept in memory by asking. */
    static boolean isUnder(EntityManager entities, Reference partner, String parent) {
        return entities.createQuery(
                        "select o.reference from Partner p join p.parent o where p.reference = :of", Reference.class)
                .setParameter("of", partner)
                .getResultStream()
                .anyMatch(above -> above.value().equals(parent));
    }

    /** What is proposed for the partner and not yet decided on. */
    static Optional<PartnerChange> openChange(EntityManager entities, Reference partner) {
        return entities.createQuery(
                        "select c from PartnerChange c join fetch c.partner p where p.reference = :of and c.openOf = p.id",
                        PartnerChange.class)
                .setParameter("of", partner)
                .getResultStream()
                .findFirst();
    }

    /** By the reference asked for, those of the partners that there are; a merged one is the one that it is now. */
    public static Map<Reference, Partner> all(EntityManager entities, Collection<Reference> references) {
        return themselves(entities, references).stream()
                .collect(Collectors.toMap(Partner::reference, PartnerCanon::of));
    }

    /** Those of the partners that there are, merged or not. */
    static List<Partner> themselves(EntityManager entities, Collection<Reference> references) {
        return entities.createQuery("select p from Partner p where p.reference in :references", Partner.class)
                .setParameter("references", references)
                .getResultList();
    }
}
