package org.kizuna.agreement;

import com.ibm.icu.util.Currency;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Asked;
import org.kizuna.lifecycle.Step;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.StepTaken;
import org.kizuna.partner.Partner;
import org.kizuna.shared.Ancestors;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Time;
import org.kizuna.shared.VersionedEntity;

/** What two or more partners agreed: its parties, terms and dates, and where it stands. */
@Entity
public class Agreement extends VersionedEntity implements NamedRecord {

    private static final int FEWEST_PARTIES = 2;

    @Column(updatable = false)
    private Reference reference;

    @Embedded
    private AgreementTerms terms;

    private @Nullable String summary;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status = AgreementStatus.DRAFT;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement parent;

    private @Nullable LocalDate clearedOn;
    private @Nullable String clearedBy;
    private @Nullable String submittedBy;
    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate inForceOn;
    private @Nullable LocalDate actualEndOn;
    private boolean sample;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "position")
    private List<AgreementParty> parties = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "agreement_step", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    /**
     * @param parties the partners named in the data, in its order; null where there is none of that reference
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    @SuppressWarnings("NullAway.Init") // the terms are taken or refused before the constructor ends
    Agreement(
            AgreementData data,
            @Nullable Agreement parent,
            List<@Nullable Partner> parties,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        Problems problems = new Problems();
        this.reference = Reference.typedOr(problems, data.reference(), nextReference);
        take(data, parent, parties, problems);
    }

    /**
     * @throws AgreementTermsAreFixed when it is no longer a draft
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    void change(AgreementData data, @Nullable Agreement newParent, List<@Nullable Partner> partners) {
        if (status != AgreementStatus.DRAFT) {
            throw new AgreementTermsAreFixed(status);
        }
        Problems problems = new Problems();
        reference.stays(problems, data.reference());
        take(data, newParent, partners, problems);
    }

    private void take(
            AgreementData data, @Nullable Agreement newParent, List<@Nullable Partner> partners, Problems problems) {
        AgreementTerms typedTerms = AgreementTerms.typed(data, LocalDate.ofInstant(recordedAt, Time.zone()), problems);
        String typedSummary = problems.optionalLines("summary", data.summary(), 10_000);
        if (Ancestors.andSelf(newParent, Agreement::parent).contains(this)) {
            problems.add("parent", "agreementUnderItself");
        }
        List<AgreementParty> typedParties = parties(data.parties(), partners, problems);
        problems.refuse();
        terms = Objects.requireNonNull(typedTerms);
        summary = typedSummary;
        sample = data.sample();
        parent = newParent;
        if (!parties.equals(typedParties)) {
            parties.clear();
            parties.addAll(typedParties);
        }
    }

    private List<AgreementParty> parties(
            List<AgreementData.Party> typed, List<@Nullable Partner> partners, Problems problems) {
        List<AgreementParty> fresh = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            AgreementData.Party party = typed.get(i);
            String at = "parties[" + i + "].";
            Partner partner = partners.get(i);
            if (Problems.clean(party.partner()) == null) {
                problems.add(at + "partner", "required");
            } else if (partner == null) {
                problems.add(at + "partner", "noSuchPartner", Objects.requireNonNull(party.partner()));
            } else if (partner.isCollective()) {
                problems.add(at + "partner", "collectiveIsNoParty", partner.legalName());
            }
            problems.required(at + "role", party.role());
            String signatory = problems.optional(at + "signatory", party.signatory(), 160);
            String signatoryTitle = problems.optional(at + "signatoryTitle", party.signatoryTitle(), 160);
            if (partner != null && party.role() != null) {
                LocalDate signed = signedOn(partner, party.role());
                fresh.add(new AgreementParty(partner, party.role(), signatory, signatoryTitle, signed));
            }
        }
        if (different(typed, partners) < FEWEST_PARTIES) {
            problems.add("parties", "twoPartiesAtLeast");
        }
        if (fresh.stream()
                        .map(party -> List.of(party.partner(), party.role()))
                        .distinct()
                        .count()
                < fresh.size()) {
            problems.add("parties", "partyTwice");
        }
        return fresh;
    }

    /** Names that signatory no more. */
    void forgetSignatory(String person) {
        parties.replaceAll(party -> person.equals(party.signatory()) ? party.withoutSignatory() : party);
    }

    /** A partner counts once, however its reference is spelled. */
    private static long different(List<AgreementData.Party> typed, List<@Nullable Partner> partners) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            Partner partner = partners.get(i);
            String name = partner == null
                    ? Problems.clean(typed.get(i).partner())
                    : partner.reference().value();
            if (name != null) {
                names.add(name);
            }
        }
        return names.size();
    }

    private @Nullable LocalDate signedOn(Partner partner, PartyRole role) {
        return parties.stream()
                .filter(party -> party.partner().equals(partner) && party.role() == role)
                .map(AgreementParty::signedOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Takes a step.
     *
     * @param method the register's method that takes it
     * @throws AgreementCannotBecome when its status does not lead there
     * @throws org.kizuna.shared.InvalidInput when something that the step asks is missing
     */
    StepTaken take(String method, StepData data, String by, Instant at) {
        Step<AgreementStatus, Agreement> step = AgreementLifecycle.STEPS.require(method, status, this, data, at);
        Problems problems = new Problems();
        if (step.asks().contains(Asked.ON)) {
            problems.inOrder("on", signedOn, data.day());
        }
        problems.refuse();
        StepData said = step.asks().contains(Asked.SIGNATURES) ? signed(data, at) : data;
        StepTaken taken = StepTaken.of(method, said, by, at);
        follow(step.to(), taken);
        steps.add(taken);
        status = step.to();
        return taken;
    }

    private void follow(AgreementStatus next, StepTaken step) {
        switch (next) {
            case IN_REVIEW -> submittedBy = step.takenBy();
            case CLEARED -> clear(step);
            case DRAFT -> {
                clearedBy = null;
                clearedOn = null;
                submittedBy = null;
            }
            case SIGNED -> signedOn = step.takenOn();
            case IN_FORCE -> inForceOn = inForceOn == null ? step.effectiveOn() : inForceOn;
            case ENDED, TERMINATED -> actualEndOn = step.effectiveOn();
            default -> {
                // the step says it all
            }
        }
    }

    private void clear(StepTaken step) {
        if (step.takenBy().equals(recordedBy) || step.takenBy().equals(submittedBy)) {
            throw new ApproverIsAuthor();
        }
        clearedBy = step.takenBy();
        clearedOn = step.takenOn();
    }

    /** Every party signs, each on its own day; the last day is the agreement's. */
    private StepData signed(StepData data, Instant at) {
        SignatureDays days = new SignatureDays(parties, data.signatures());
        LocalDate last = days.last(terms.negotiatedOn(), LocalDate.ofInstant(at, Time.zone()));
        parties.replaceAll(party -> party.signed(days.of(party)));
        return new StepData(last, null, data.reason(), data.authority(), List.of());
    }

    /** Because the agreement it stands under is suspended. */
    void suspendWithParent(StepTaken step) {
        steps.add(step);
        status = AgreementStatus.SUSPENDED;
    }

    /** Those that were taken before steps were kept. */
    void tell(List<StepTaken> earlier) {
        if (steps.isEmpty()) {
            steps.addAll(earlier);
        }
    }

    List<StepTaken> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** The term that runs on a day; null where none runs any more, or no end is planned. */
    @Nullable
    Term term(LocalDate day) {
        return status.isOver() ? null : terms.term(day);
    }

    /** Whether the partner, or one it belongs to, is a party. */
    public boolean binds(Partner partner) {
        Set<Partner> bound = Ancestors.andSelf(partner, Partner::parent);
        return parties.stream().anyMatch(party -> bound.contains(party.partner()));
    }

    /** Whether it is of the kind that carries commitments, signed or not. */
    public boolean isBindingAndFinancial() {
        return terms.legallyBinding() && terms.financial();
    }

    /** Whether money can be committed under it: binding, financial and signed. */
    public boolean carriesCommitments() {
        return isBindingAndFinancial() && status.isSigned();
    }

    @Override
    public SearchText searchText() {
        return new SearchText(terms.title(), terms.type().name(), Collections.singletonList(summary));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public AgreementTerms terms() {
        return terms;
    }

    public String title() {
        return terms.title();
    }

    public @Nullable String summary() {
        return summary;
    }

    public AgreementStatus status() {
        return status;
    }

    public @Nullable Agreement parent() {
        return parent;
    }

    public @Nullable Currency currency() {
        return terms.currency();
    }

    /** The most that can be committed under it, in {@link #currency()}. */
    public @Nullable BigDecimal ceiling() {
        return terms.ceiling();
    }

    public @Nullable LocalDate clearedOn() {
        return clearedOn;
    }

    public @Nullable String clearedBy() {
        return clearedBy;
    }

    public @Nullable String submittedBy() {
        return submittedBy;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    public @Nullable LocalDate inForceOn() {
        return inForceOn;
    }

    public @Nullable LocalDate startsOn() {
        return terms.startsOn();
    }

    public @Nullable LocalDate plannedEndOn() {
        return terms.plannedEndOn();
    }

    public @Nullable LocalDate actualEndOn() {
        return actualEndOn;
    }

    /** Invented, to show how an agreement is kept. */
    public boolean isSample() {
        return sample;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<AgreementParty> parties() {
        return Collections.unmodifiableList(parties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Agreement that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
