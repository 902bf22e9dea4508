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
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Notice;
import org.kizuna.feature.Notices;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.partner.Partner;
import org.kizuna.partner.PartnerLookup;
import org.kizuna.security.Caller;
import org.kizuna.security.PartsPlayed;
import org.kizuna.security.Register;
import org.kizuna.security.Roles;
import org.kizuna.shared.ActionContext;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Numbers;
import org.kizuna.shared.Problems;
import org.kizuna.shared.RecordRef;
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
    private ActionContext intents;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    @RolesAllowed(Roles.OFFICER)
    public Reference draft(AgreementData data) {
        Agreement agreement = new Agreement(
                data,
                parent(data.parent()),
                partners(data),
                () -> numbers.next(AgreementFeature.NUMBERS + Year.from(today())),
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
        Agreement agreement = find("reference", reference.value());
        StaleVersion.check(agreement, version);
        agreement.change(data, parent(data.parent()), partners(data));
        entities.flush();
        if (agreement.version() != version) {
            parts().authored(agreement);
        }
    }

    @RolesAllowed(Roles.OFFICER)
    public void sendForReview(Reference reference, long version, StepData data) {
        Agreement agreement = step("sendForReview", reference, version, data);
        parts().authored(agreement);
        tell(AgreementFeature.IN_REVIEW, agreement, Notice.Audience.OTHERS);
    }

    /** By somebody who neither wrote its terms, in any round, nor sent it for review. */
    @RolesAllowed(Roles.APPROVER)
    public void clear(Reference reference, long version, StepData data) {
        parts().cleared(step("clear", reference, version, data), ApproverIsAuthor::new);
    }

    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public void returnToDraft(Reference reference, long version, StepData data) {
        Agreement agreement = step("returnToDraft", reference, version, data);
        parts().returned(agreement);
        tell(AgreementFeature.RETURNED, agreement, Notice.Audience.AUTHORS);
    }

    @RolesAllowed(Roles.OFFICER)
    public void sendForSignature(Reference reference, long version, StepData data) {
        step("sendForSignature", reference, version, data);
    }

    /** With the day on which each party signed. */
    @RolesAllowed(Roles.OFFICER)
    public void sign(Reference reference, long version, StepData data) {
        step("sign", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void bringIntoForce(Reference reference, long version, StepData data) {
        step("bringIntoForce", reference, version, data);
    }

    /** What stands under the agreement is suspended with it. */
    @RolesAllowed(Roles.APPROVER)
    public void suspend(Reference reference, long version, StepData data) {
        suspendBelow(step("suspend", reference, version, data), data);
    }

    private void suspendBelow(Agreement suspended, StepData data) {
        List<Agreement> below = entities.createQuery(
                        "select a from Agreement a where a.parent = :parent and a.status = :status", Agreement.class)
                .setParameter("parent", suspended)
                .setParameter("status", AgreementStatus.IN_FORCE)
                .getResultList();
        for (Agreement agreement : below) {
            agreement.suspendWithParent(StepTaken.of("suspend", data, Caller.name(), Time.now(clock)));
            suspendBelow(agreement, data);
        }
    }

    @RolesAllowed(Roles.APPROVER)
    public void resume(Reference reference, long version, StepData data) {
        step("resume", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void end(Reference reference, long version, StepData data) {
        step("end", reference, version, data);
    }

    @RolesAllowed(Roles.APPROVER)
    public void terminate(Reference reference, long version, StepData data) {
        step("terminate", reference, version, data);
    }

    @RolesAllowed(Roles.OFFICER)
    public void cancel(Reference reference, long version, StepData data) {
        step("cancel", reference, version, data);
    }

    private Agreement step(String method, Reference reference, long version, StepData data) {
        Agreement agreement = find("reference", reference.value());
        StaleVersion.check(agreement, version);
        intents.because(
                agreement.take(method, data, Caller.name(), Time.now(clock)).reason());
        entities.flush();
        if (agreement.status() != AgreementStatus.IN_REVIEW) {
            notices.done(AgreementFeature.IN_REVIEW, ref(agreement));
        }
        return agreement;
    }

    private void tell(String kind, Agreement agreement, Notice.Audience to) {
        String reference = agreement.reference().value();
        notices.tell(new Notice(
                kind,
                ref(agreement),
                reference,
                List.of(reference, agreement.terms().title()),
                to));
    }

    private static RecordRef ref(Agreement agreement) {
        return new RecordRef(AgreementFeature.AGREEMENT, agreement.id());
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
                .orElseThrow(() -> NoSuchRecord.at(field, AgreementFeature.AGREEMENT, reference));
    }

    private LocalDate today() {
        return Time.today(clock);
    }
}
