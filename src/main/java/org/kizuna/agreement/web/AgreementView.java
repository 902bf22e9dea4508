package org.kizuna.agreement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementLifecycle;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.PartyRow;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.lifecycle.web.StepInputs;
import org.kizuna.page.web.Told;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.util.Faces;

/** One agreement: where it stands and what its next step is. */
@Named
@ViewScoped
public class AgreementView implements Serializable {

    private static final List<AgreementStatus> WAY = List.of(
            AgreementStatus.DRAFT,
            AgreementStatus.IN_REVIEW,
            AgreementStatus.CLEARED,
            AgreementStatus.AWAITING_SIGNATURE,
            AgreementStatus.SIGNED,
            AgreementStatus.IN_FORCE,
            AgreementStatus.ENDED);
    private static final int CHILDREN = 20;

    @Inject
    private transient AgreementQueries queries;

    @Inject
    private transient AgreementRegister agreements;

    private String ref = "";
    private long version;
    private AgreementStatus shown = AgreementStatus.DRAFT;
    private final StepInputs asked = new StepInputs();
    private List<Signing> signings = new ArrayList<>();
    private transient @Nullable AgreementDetail agreement;
    private transient @Nullable List<AgreementRow> children;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        version = getAgreement().version();
        shown = getAgreement().status();
        for (PartyRow party : getAgreement().parties()) {
            signings.add(new Signing(party.partner().value(), party.partnerName()));
        }
    }

    public AgreementDetail getAgreement() {
        if (agreement == null) {
            agreement = queries.find(ref).orElseThrow(() -> new NoSuchRecord(AgreementFeature.AGREEMENT, ref));
        }
        return agreement;
    }

    public List<AgreementRow> getChildren() {
        if (children == null) {
            AgreementCriteria below = AgreementCriteria.under(getAgreement().id());
            children = queries.list(below, PageRequest.first(CHILDREN)).items();
        }
        return children;
    }

    /** As the page was shown: a step that somebody else overtook is refused with a word, and not passed over. */
    public boolean is(String status) {
        return shown == AgreementStatus.valueOf(status);
    }

    /** As the page was shown. */
    public boolean leadsTo(String status) {
        return shown.next().contains(AgreementStatus.valueOf(status));
    }

    /** The usual way of an agreement, with the place where this one left it. */
    public List<Stage> getPath() {
        AgreementStatus now = getAgreement().status();
        List<Stage> path = new ArrayList<>();
        if (!WAY.contains(now)) {
            return List.of(stage(now, "now"));
        }
        for (AgreementStatus status : WAY) {
            int order = Integer.compare(WAY.indexOf(status), WAY.indexOf(now));
            path.add(stage(status, order < 0 ? "done" : order == 0 ? "now" : ""));
        }
        return path;
    }

    /** With the last step that led there, of what was done. */
    private Stage stage(AgreementStatus status, String state) {
        StepTaken step = getAgreement().steps().stream()
                .filter(taken -> AgreementLifecycle.STEPS.of(taken.step()).to() == status)
                .reduce((earlier, later) -> later)
                .filter(taken -> !state.isEmpty())
                .orElse(null);
        return new Stage(status, state, step == null ? null : step.effectiveOn(), step == null ? null : step.takenBy());
    }

    public void sendForReview() {
        agreements.sendForReview(
                reference(), version, asked.get("sendForReview").said());
        done("sendForReview");
    }

    public void clear() {
        agreements.clear(reference(), version, asked.get("clear").said());
        done("clear");
    }

    public void sendForSignature() {
        agreements.sendForSignature(
                reference(), version, asked.get("sendForSignature").said());
        done("sendForSignature");
    }

    public void sign() {
        List<StepData.Signature> signatures = signings.stream()
                .map(signing -> new StepData.Signature(signing.party, signing.on))
                .toList();
        agreements.sign(reference(), version, new StepData(null, null, null, null, signatures));
        done("sign");
    }

    public void bringIntoForce() {
        agreements.bringIntoForce(
                reference(), version, asked.get("bringIntoForce").said());
        done("bringIntoForce");
    }

    public void returnToDraft() {
        agreements.returnToDraft(
                reference(), version, asked.get("returnToDraft").said());
        done("returnToDraft");
    }

    public void suspend() {
        agreements.suspend(reference(), version, asked.get("suspend").said());
        done("suspend");
    }

    public void resume() {
        agreements.resume(reference(), version, asked.get("resume").said());
        done("resume");
    }

    public void end() {
        agreements.end(reference(), version, asked.get("end").said());
        done("end");
    }

    public void terminate() {
        agreements.terminate(reference(), version, asked.get("terminate").said());
        done("terminate");
    }

    public void cancel() {
        agreements.cancel(reference(), version, asked.get("cancel").said());
        done("cancel");
    }

    private Reference reference() {
        return new Reference(ref);
    }

    private void done(String step) {
        Told.andGo("AgreementRegister." + step, "/agreement/view?ref=%s", ref);
    }

    /** What each step asks. */
    public StepInputs getAsked() {
        return asked;
    }

    public List<Signing> getSignings() {
        return signings;
    }

    /**
     * A stage on the way.
     *
     * @param state {@code done}, {@code now} or nothing
     * @param on the day from which it held
     * @param by who took the step that led there
     */
    public record Stage(
            AgreementStatus status,
            String state,
            @Nullable LocalDate on,
            @Nullable String by) {}

    /** When a party signed. */
    public static class Signing implements Serializable {
        private final String party;
        private final String partnerName;
        private @Nullable LocalDate on;

        Signing(String party, String partnerName) {
            this.party = party;
            this.partnerName = partnerName;
        }

        public String getPartnerName() {
            return partnerName;
        }

        public @Nullable LocalDate getOn() {
            return on;
        }

        public void setOn(@Nullable LocalDate date) {
            on = date;
        }
    }
}
