package org.kizuna.contribution;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.Agreement;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementLookup;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which contributions are written; their entries are posted through the ledger's. */
@Stateless
@Register
public class ContributionRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private Commitments commitments;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference open(ContributionData data) {
        String donor = Problems.clean(data.donor());
        Contribution contribution = new Contribution(
                data,
                donor == null ? null : PartnerLookup.find(entities, donor).orElse(null),
                agreement(data.agreement()),
                () -> numbers.next(ContributionFeature.NUMBERS),
                Caller.name(),
                Time.now(clock));
        entities.persist(contribution);
        UniqueIndex.flush(
                entities, Map.of("contribution_reference", () -> new ReferenceTaken(contribution.reference())));
        return contribution.reference();
    }

    @RolesAllowed(Roles.OFFICER)
    public void change(Reference reference, long version, ContributionData data) {
        Contribution contribution = find(reference);
        StaleVersion.check(contribution, version);
        contribution.change(data, agreement(data.agreement()), commitments.existUnder(contribution));
        entities.flush();
    }

    private @Nullable Agreement agreement(@Nullable String reference) {
        String clean = Problems.clean(reference);
        return clean == null
                ? null
                : AgreementLookup.find(entities, clean)
                        .orElseThrow(() -> NoSuchRecord.at("agreement", AgreementFeature.AGREEMENT, clean));
    }

    private Contribution find(Reference reference) {
        return entities
                .createQuery("select c from Contribution c where c.reference = :reference", Contribution.class)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(ContributionFeature.CONTRIBUTION, reference.value()));
    }
}
