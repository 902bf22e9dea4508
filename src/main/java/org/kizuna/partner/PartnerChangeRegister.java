package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.Turn;
import org.kizuna.shared.UniqueIndex;

/** The door through which an approver decides on what is proposed for an approved partner, never on own proposals. */
@Stateless
@Register
public class PartnerChangeRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ActionContext intents;

    @Inject
    private Event<PartnerRenamed> renamed;

    @Inject
    private Clock clock;

    /** @param version of the change, which somebody may have added to meanwhile */
    @RolesAllowed(Roles.APPROVER)
    public void accept(Reference reference, long version) {
        PartnerChange change = open(reference, version);
        Partner partner = change.partner();
        String name = partner.legalName();
        if (change.items().stream().anyMatch(item -> item.field().equals("parent"))) {
            Turn.PARTNER_PARENT.take(entities);
        }
        PartnerData then = PartnerTerms.applied(PartnerDetail.of(partner).data(), change.items());
        partner.change(then, parent(then.parent()));
        decide(change, PartnerChange.State.ACCEPTED);
        new KnownNames(entities).changed(partner);
        if (!partner.legalName().equals(name)) {
            renamed.fire(new PartnerRenamed(partner));
        }
    }

    @RolesAllowed(Roles.APPROVER)
    public void refuse(Reference reference, long version, @Nullable String reason) {
        Problems problems = new Problems();
        String clean = problems.required("reason", reason, 2000);
        problems.refuse();
        intents.because(clean);
        decide(open(reference, version), PartnerChange.State.REFUSED);
    }

    private void decide(PartnerChange change, PartnerChange.State decision) {
        change.decide(decision, Caller.name(), Time.now(clock));
        UniqueIndex.flush(entities, Map.of("partner_identifier_value", IdentifierTaken::new));
        new PartsPlayed(entities, Caller.name()).cleared(change, ApproverIsAuthor::new);
    }

    private PartnerChange open(Reference reference, long version) {
        PartnerChange change = PartnerLookup.openChange(entities, reference)
                .orElseThrow(() -> new NoSuchRecord("PartnerChange", reference.value()));
        StaleVersion.check(change, version);
        PartnerIsMerged.refuse(change.partner());
        return change;
    }

    private @Nullable Partner parent(@Nullable String reference) {
        return reference == null
                ? null
                : PartnerLookup.find(entities, reference)
                        .orElseThrow(() -> NoSuchRecord.at("parent", PartnerFeature.PARTNER, reference));
    }
}
