package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepData;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.Turn;
import org.kizuna.shared.UniqueIndex;

/** The door through which partners are written. */
@Stateless
@Register
public class PartnerRegister {

    private static final int PART = 500;
    private static final Reference NUMBERED_LATER = new Reference("0");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private ActionContext intents;

    @Inject
    private Event<PartnerRenamed> renamed;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference register(PartnerData data) {
        KnownNames names = new KnownNames(entities);
        Problems problems = new Problems();
        names.ask(problems, data, null);
        // what is refused or asked about takes no number
        partner(data, () -> NUMBERED_LATER);
        problems.refuse();
        Partner partner = partner(data, () -> numbers.next(PartnerFeature.NUMBERS));
        entities.persist(partner);
        flush(partner);
        parts().authored(partner);
        names.recorded(List.of(partner));
        return partner.reference();
    }

    /**
     * Many at once that stand beneath nobody, in memory that does not grow with their number.
     *
     * @return their references, in the same order
     */
    @RolesAllowed(Roles.OFFICER)
    public List<Reference> registerAll(List<PartnerData> all) {
        KnownNames names = new KnownNames(entities);
        Problems problems = new Problems();
        names.ask(problems, all);
        problems.refuse();
        List<Reference> registered = new ArrayList<>();
        Iterator<Reference> references =
                numbers.next(PartnerFeature.NUMBERS, all.size()).iterator();
        for (int from = 0; from < all.size(); from += PART) {
            List<Partner> fresh = new ArrayList<>();
            for (PartnerData data : all.subList(from, Math.min(all.size(), from + PART))) {
                Partner partner = partner(data, references::next);
                entities.persist(partner);
                registered.add(partner.reference());
                fresh.add(partner);
            }
            entities.flush();
            parts().authoredAll(fresh);
            names.recorded(fresh);
            fresh.forEach(entities::detach);
        }
        return registered;
    }

    @RolesAllowed(Roles.OFFICER)
    public void change(Reference reference, long version, PartnerData data) {
        takeTurn(reference, data);
        Partner partner = find(reference);
        StaleVersion.check(partner, version);
        KnownNames names = new KnownNames(entities);
        Problems problems = new Problems();
        names.ask(problems, data, partner);
        String before = partner.legalName();
        PartnerData free = partner.status() == PartnerStatus.APPROVED ? propose(partner, data) : data;
        partner.change(free, parent(free.parent()));
        problems.refuse();
        flush(partner);
        names.changed(partner);
        if (partner.version() != version) {
            parts().authored(partner);
        }
        if (!partner.legalName().equals(before)) {
            renamed.fire(new PartnerRenamed(partner));
        }
    }

    /** What an approver cleared waits for an approver's leave to change, and is checked now. */
    private PartnerData propose(Partner partner, PartnerData data) {
        Partner wanted = partner.changed(data, parent(data.parent()));
        PartnerData now = PartnerDetail.of(partner).data();
        List<PartnerChangeItem> held =
                PartnerTerms.held(now, PartnerDetail.of(wanted).data());
        if (!held.isEmpty()) {
            PartnerChange change =
                    PartnerLookup.openChange(entities, partner.reference()).orElse(null);
            if (change == null) {
                change = new PartnerChange(partner, held, Caller.name(), Time.now(clock));
                entities.persist(change);
            } else {
                change.propose(held, Caller.name(), Time.now(clock));
            }
            UniqueIndex.flush(entities, Map.of("partner_change_open", ChangeProposedMeanwhile::new));
            parts().authored(change);
        }
        return PartnerTerms.free(now, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void beginDueDiligence(Reference reference, long version, StepData data) {
        step("beginDueDiligence", reference, version, data);
    }

    /** The partner is looked at anew from the beginning. */
    @RolesAllowed(Roles.APPROVER)
    public void liftBlock(Reference reference, long version, StepData data) {
        step("liftBlock", reference, version, data);
    }

    /** Back to prospect: from inactive, or from a due diligence that was begun too early. */
    @RolesAllowed(Roles.OFFICER)
    public void reopen(Reference reference, long version, StepData data) {
        step("reopen", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void retire(Reference reference, long version, StepData data) {
        step("retire", reference, version, data);
    }

    /** Makes prospects inactive that were registered by mistake; whoever may take an import back does. */
    @RolesAllowed({Roles.OFFICER, Roles.TREASURER, Roles.APPROVER})
    public void retireAll(Collection<Reference> references, @Nullable String reason) {
        takeAll(references, PartnerStatus.PROSPECT, "retire", StepData.because(reason));
    }

    /** Makes those prospects again that were inactive and are used now. */
    @RolesAllowed(Roles.OFFICER)
    public void reopenAll(Collection<Reference> references) {
        takeAll(references, PartnerStatus.INACTIVE, "reopen", StepData.NONE);
    }

    private void takeAll(Collection<Reference> references, PartnerStatus from, String method, StepData data) {
        List<Reference> all = references.stream().distinct().sorted().toList();
        for (int i = 0; i < all.size(); i += PART) {
            PartnerLookup.themselves(entities, all.subList(i, Math.min(all.size(), i + PART))).stream()
                    .filter(partner -> partner.status() == from && partner.mergedInto() == null)
                    .forEach(partner -> partner.take(method, data, Caller.name(), Time.now(clock)));
            entities.flush();
        }
    }

    /** By somebody who recorded nothing of the partner since it was last approved. */
    @RolesAllowed(Roles.APPROVER)
    public void approve(Reference reference, long version, StepData data) {
        Partner approved = step("approve", reference, version, data);
        entities.flush();
        parts().cleared(approved, ApproverIsAuthor::new);
    }

    @RolesAllowed(Roles.APPROVER)
    public void suspend(Reference reference, long version, StepData data) {
        step("suspend", reference, version, data);
    }

    @RolesAllowed(Roles.APPROVER)
    public void block(Reference reference, long version, StepData data) {
        step("block", reference, version, data);
    }

    private Partner partner(PartnerData data, Supplier<Reference> reference) {
        return new Partner(data, parent(data.parent()), reference, Caller.name(), Time.now(clock));
    }

    private Partner step(String method, Reference reference, long version, StepData data) {
        Partner partner = find(reference);
        StaleVersion.check(partner, version);
        intents.because(
                partner.take(method, data, Caller.name(), Time.now(clock)).reason());
        return partner;
    }

    /** Two who put two partners beneath each other at once come one after the other. */
    private void takeTurn(Reference reference, PartnerData data) {
        String parent = Problems.clean(data.parent());
        if (parent != null && !PartnerLookup.isUnder(entities, reference, parent)) {
            Turn.PARTNER_PARENT.take(entities);
        }
    }

    private PartsPlayed parts() {
        return new PartsPlayed(entities, Caller.name());
    }

    private void flush(Partner partner) {
        UniqueIndex.flush(
                entities,
                Map.of(
                        "partner_reference",
                        () -> new ReferenceTaken(partner.reference()),
                        "partner_identifier_value",
                        IdentifierTaken::new));
    }

    private @Nullable Partner parent(@Nullable String reference) {
        String clean = Problems.clean(reference);
        return clean == null
                ? null
                : PartnerLookup.find(entities, clean)
                        .orElseThrow(() -> NoSuchRecord.at("parent", PartnerFeature.PARTNER, clean));
    }

    private Partner find(Reference reference) {
        Partner partner = PartnerLookup.itself(entities, reference.value())
                .orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, reference.value()));
        PartnerIsMerged.refuse(partner);
        return partner;
    }
}
