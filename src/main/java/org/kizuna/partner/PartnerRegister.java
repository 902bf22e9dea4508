package org.kizuna.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.Intents;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.ReferenceTaken;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.Time;
import org.kizuna.shared.UniqueIndex;

/** The door through which partners are written. */
@Stateless
@Register
public class PartnerRegister {

    private static final int PART = 500;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private Intents intents;

    @Inject
    private Event<PartnerRenamed> renamed;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference register(PartnerData data) {
        Partner partner =
                new Partner(data, parent(data.parent()), () -> numbers.next("P"), Caller.name(), Time.now(clock));
        entities.persist(partner);
        flush(partner);
        return partner.reference();
    }

    /**
     * Many at once that stand beneath nobody, in memory that does not grow with their number. What the caller read
     * before is read no more.
     *
     * @return their references, in the same order
     */
    @RolesAllowed(Roles.OFFICER)
    public List<Reference> registerAll(List<PartnerData> all) {
        List<Reference> registered = new ArrayList<>();
        Iterator<Reference> references = numbers.next("P", all.size()).iterator();
        for (int from = 0; from < all.size(); from += PART) {
            List<PartnerData> part = all.subList(from, Math.min(all.size(), from + PART));
            for (PartnerData data : part) {
                Partner partner =
                        new Partner(data, parent(data.parent()), references::next, Caller.name(), Time.now(clock));
                entities.persist(partner);
                registered.add(partner.reference());
            }
            entities.flush();
            entities.clear();
        }
        return registered;
    }

    @RolesAllowed(Roles.OFFICER)
    public void change(Reference reference, long version, PartnerData data) {
        Partner partner = find(reference);
        StaleVersion.check(partner, version);
        String before = partner.legalName();
        partner.change(data, parent(data.parent()));
        flush(partner);
        if (!partner.legalName().equals(before)) {
            renamed.fire(new PartnerRenamed(partner));
        }
    }

    @RolesAllowed(Roles.OFFICER)
    public void beginDueDiligence(Reference reference, long version) {
        become(reference, version, PartnerStatus.UNDER_DUE_DILIGENCE, null);
    }

    /** Back to prospect: from inactive, or from a due diligence that was begun too early. */
    @RolesAllowed(Roles.OFFICER)
    public void reopen(Reference reference, long version) {
        become(reference, version, PartnerStatus.PROSPECT, null);
    }

    @RolesAllowed(Roles.OFFICER)
    public void retire(Reference reference, long version, @Nullable String reason) {
        become(reference, version, PartnerStatus.INACTIVE, required(reason));
    }

    /** By somebody who is not the one who recorded the partner. */
    @RolesAllowed(Roles.APPROVER)
    public void approve(Reference reference, long version) {
        if (find(reference).recordedBy().equals(Caller.name())) {
            throw new ApproverIsAuthor();
        }
        become(reference, version, PartnerStatus.APPROVED, null);
    }

    @RolesAllowed(Roles.APPROVER)
    public void suspend(Reference reference, long version, @Nullable String reason) {
        become(reference, version, PartnerStatus.SUSPENDED, required(reason));
    }

    @RolesAllowed(Roles.APPROVER)
    public void block(Reference reference, long version, @Nullable String reason) {
        become(reference, version, PartnerStatus.BLOCKED, required(reason));
    }

    private void become(Reference reference, long version, PartnerStatus status, @Nullable String reason) {
        Partner partner = find(reference);
        StaleVersion.check(partner, version);
        partner.become(status);
        intents.because(reason);
    }

    private static String required(@Nullable String reason) {
        Problems problems = new Problems();
        String clean = problems.requiredLines("reason", reason, 2000);
        problems.refuse();
        return clean;
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
        return clean == null ? null : byReference("parent", clean);
    }

    private Partner byReference(String field, String reference) {
        return PartnerLookup.find(entities, reference).orElseThrow(() -> NoSuchRecord.at(field, "Partner", reference));
    }

    private Partner find(Reference reference) {
        return byReference("reference", reference.value());
    }
}
