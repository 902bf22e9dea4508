package org.kizuna.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
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
import org.kizuna.shared.Turn;
import org.kizuna.shared.UniqueIndex;

/** The door through which agreements are written. Each step of an agreement's life is a method of its own. */
@Stateless
@Register
public class AgreementRegister {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Numbers numbers;

    @Inject
    private Intents intents;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference draft(AgreementData data) {
        Agreement agreement = new Agreement(
                data,
                parent(data.parent()),
                partners(data),
                () -> numbers.next("KZ-" + Year.from(today())),
                Caller.name(),
                Time.now(clock));
        entities.persist(agreement);
        UniqueIndex.flush(entities, Map.of("agreement_reference", () -> new ReferenceTaken(agreement.reference())));
        parts().authored(agreement);
        return agreement.reference();
    }

    @RolesAllowed(Roles.OFFICER)
    public void change(Reference reference, long version, AgreementData data) {
        takeTurn(reference, data);
        Agreement changed =
                step(reference, version, agreement -> agreement.change(data, parent(data.parent()), partners(data)));
        if (changed.version() != version) {
            parts().authored(changed);
        }
    }

    @RolesAllowed(Roles.OFFICER)
    public void sendForReview(Reference reference, long version) {
        parts().authored(step(reference, version, agreement -> agreement.sendForReview(Caller.name())));
    }

    /** By somebody who neither wrote its terms, in any round, nor sent it for review. */
    @RolesAllowed(Roles.APPROVER)
    public void clear(Reference reference, long version) {
        Agreement cleared = step(reference, version, agreement -> agreement.clear(Caller.name(), today()));
        parts().cleared(cleared, ApproverIsAuthor::new);
    }

    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public void returnToDraft(Reference reference, long version, @Nullable String reason) {
        parts().returned(step(reference, version, reason, Agreement::returnToDraft));
    }

    @RolesAllowed(Roles.OFFICER)
    public void sendForSignature(Reference reference, long version) {
        step(reference, version, Agreement::sendForSignature);
    }

    /** @param days when each party signed, in the parties' order */
    @RolesAllowed(Roles.OFFICER)
    public void sign(Reference reference, long version, List<@Nullable LocalDate> days) {
        step(reference, version, agreement -> agreement.sign(days, today()));
    }

    @RolesAllowed(Roles.OFFICER)
    public void bringIntoForce(Reference reference, long version, @Nullable LocalDate on) {
        step(reference, version, agreement -> agreement.bringIntoForce(on, today()));
    }

    /** What stands under the agreement is suspended with it. */
    @RolesAllowed(Roles.APPROVER)
    public void suspend(Reference reference, long version, @Nullable String reason) {
        step(reference, version, reason, agreement -> {
            agreement.suspend();
            suspendBelow(agreement);
        });
    }

    private void suspendBelow(Agreement suspended) {
        List<Agreement> below = entities.createQuery(
                        "select a from Agreement a where a.parent = :parent and a.status = :status", Agreement.class)
                .setParameter("parent", suspended)
                .setParameter("status", AgreementStatus.IN_FORCE)
                .getResultList();
        for (Agreement agreement : below) {
            agreement.suspendWithParent();
            suspendBelow(agreement);
        }
    }

    @RolesAllowed(Roles.APPROVER)
    public void resume(Reference reference, long version, @Nullable String reason) {
        step(reference, version, reason, Agreement::resume);
    }

    @RolesAllowed(Roles.OFFICER)
    public void end(Reference reference, long version, @Nullable LocalDate on) {
        step(reference, version, agreement -> agreement.end(on, today()));
    }

    @RolesAllowed(Roles.APPROVER)
    public void terminate(Reference reference, long version, @Nullable LocalDate on, @Nullable String reason) {
        step(reference, version, reason, agreement -> agreement.terminate(on, today()));
    }

    @RolesAllowed(Roles.OFFICER)
    public void cancel(Reference reference, long version, @Nullable String reason) {
        step(reference, version, reason, Agreement::cancel);
    }

    private Agreement step(Reference reference, long version, Consumer<Agreement> step) {
        Agreement agreement = find("reference", reference.value());
        StaleVersion.check(agreement, version);
        step.accept(agreement);
        entities.flush();
        return agreement;
    }

    /** A step that has to be explained. */
    private Agreement step(Reference reference, long version, @Nullable String reason, Consumer<Agreement> step) {
        Problems problems = new Problems();
        String clean = problems.requiredLines("reason", reason, 2000);
        problems.refuse();
        intents.because(clean);
        return step(reference, version, step);
    }

    /** Two who put two agreements beneath each other at once come one after the other. */
    private void takeTurn(Reference reference, AgreementData data) {
        String parent = Problems.clean(data.parent());
        if (parent != null && !AgreementLookup.isUnder(entities, reference, parent)) {
            Turn.AGREEMENT_PARENT.take(entities);
        }
    }

    private PartsPlayed parts() {
        return new PartsPlayed(entities, Caller.name());
    }

    private @Nullable Agreement parent(@Nullable String reference) {
        String clean = Problems.clean(reference);
        return clean == null ? null : find("parent", clean);
    }

    private List<@Nullable Partner> partners(AgreementData data) {
        List<@Nullable Partner> partners = new ArrayList<>();
        for (AgreementData.Party party : data.parties()) {
            String clean = Problems.clean(party.partner());
            partners.add(
                    clean == null ? null : PartnerLookup.find(entities, clean).orElse(null));
        }
        return partners;
    }

    private Agreement find(String field, String reference) {
        return AgreementLookup.find(entities, reference)
                .orElseThrow(() -> NoSuchRecord.at(field, "Agreement", reference));
    }

    private LocalDate today() {
        return Time.today(clock);
    }
}
