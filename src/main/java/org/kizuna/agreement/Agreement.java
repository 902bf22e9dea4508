package org.kizuna.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import com.ibm.icu.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.Partner;
import org.kizuna.shared.Ancestors;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Root;
import org.kizuna.shared.Stored;
import org.kizuna.shared.Time;

/** What two or more partners agreed: its parties, terms and dates, and where it stands. */
@Entity
public class Agreement extends Stored implements Root {

    private static final int FEWEST_PARTIES = 2;

    @Column(updatable = false)
    private Reference reference;

    @Enumerated(EnumType.STRING)
    private @Nullable AgreementType type;

    private String title;
    private @Nullable String summary;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status = AgreementStatus.DRAFT;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement parent;

    private boolean legallyBinding;
    private boolean financial;
    private @Nullable Currency currency;
    private @Nullable BigDecimal ceiling;
    private @Nullable LocalDate negotiatedOn;
    private @Nullable LocalDate clearedOn;
    private @Nullable String clearedBy;
    private @Nullable String submittedBy;
    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate inForceOn;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate plannedEndOn;
    private @Nullable LocalDate actualEndOn;

    @Enumerated(EnumType.STRING)
    private Renewal renewal = Renewal.NONE;

    private @Nullable Integer renewalMonths;
    private @Nullable Integer noticeDays;
    private boolean sample;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_party", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "position")
    private List<AgreementParty> parties = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    /**
     * @param parties the partners named in the data, in its order; null where there is none of that reference
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    Agreement(
            AgreementData data,
            @Nullable Agreement parent,
            List<@Nullable Partner> parties,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        this.title = "";
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
        title = problems.required("title", data.title(), 300);
        summary = problems.optionalLines("summary", data.summary(), 10_000);
        type = data.type();
        problems.required("type", type);
        legallyBinding = data.legallyBinding() == null ? type != null && type.usuallyBinding() : data.legallyBinding();
        financial = data.financial() == null ? type != null && type.usuallyFinancial() : data.financial();
        sample = data.sample();
        takeParent(newParent, problems);
        takeMoney(data, problems);
        takeDates(data, problems);
        takeRenewal(data, problems);
        takeParties(data.parties(), partners, problems);
        problems.refuse();
    }

    private void takeParent(@Nullable Agreement newParent, Problems problems) {
        if (Ancestors.andSelf(newParent, Agreement::parent).contains(this)) {
            problems.add("parent", "agreementUnderItself");
            return;
        }
        parent = newParent;
    }

    private void takeMoney(AgreementData data, Problems problems) {
        currency = Currencies.typed(problems, "currency", data.currency());
        LocalDate from = data.startsOn() == null ? data.negotiatedOn() : data.startsOn();
        Currencies.requireAlive(
                problems, "currency", currency, from == null ? LocalDate.ofInstant(recordedAt, Time.zone()) : from);
        ceiling = data.ceiling();
        if (ceiling != null) {
            if (ceiling.signum() <= 0) {
                problems.add("ceiling", "notPositive");
            }
            problems.amount("ceiling", ceiling, currency);
        }
    }

    private void takeDates(AgreementData data, Problems problems) {
        negotiatedOn = data.negotiatedOn();
        startsOn = data.startsOn();
        plannedEndOn = data.plannedEndOn();
        problems.inOrder("plannedEndOn", startsOn, plannedEndOn);
        problems.inOrder("plannedEndOn", negotiatedOn, plannedEndOn);
    }

    private void takeRenewal(AgreementData data, Problems problems) {
        renewal = data.renewal() == null ? Renewal.NONE : data.renewal();
        renewalMonths = data.renewalMonths();
        noticeDays = data.noticeDays();
        if (renewal == Renewal.TACIT) {
            problems.required("renewalMonths", renewalMonths);
            problems.required("noticeDays", noticeDays);
            problems.required("plannedEndOn", plannedEndOn);
        }
        if (renewalMonths != null && (renewalMonths < 1 || renewalMonths > 600)) {
            problems.add("renewalMonths", "outOfRange", 1, 600);
        }
        if (noticeDays != null && (noticeDays < 0 || noticeDays > 3650)) {
            problems.add("noticeDays", "outOfRange", 0, 3650);
        }
        if (renewal == Renewal.TACIT && !problems.any()) {
            askAboutNotice(problems);
        }
    }

    private void askAboutNotice(Problems problems) {
        if (plannedEndOn != null
                && renewalMonths != null
                && noticeDays != null
                && Term.isNoticeTooLong(startsOn, plannedEndOn, renewalMonths, noticeDays)) {
            problems.ask("noticeDays", "noticeLongerThanTerm", noticeDays);
        }
    }

    private void takeParties(List<AgreementData.Party> typed, List<@Nullable Partner> partners, Problems problems) {
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
        if (!problems.any() && !parties.equals(fresh)) {
            parties.clear();
            parties.addAll(fresh);
        }
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

    void sendForReview(String by) {
        requireNext(AgreementStatus.IN_REVIEW);
        Problems problems = new Problems();
        if (financial) {
            problems.required("currency", currency);
            problems.required("ceiling", ceiling);
        }
        if (legallyBinding) {
            problems.required("startsOn", startsOn);
        }
        problems.refuse();
        submittedBy = by;
        status = AgreementStatus.IN_REVIEW;
    }

    void clear(String by, LocalDate today) {
        requireNext(AgreementStatus.CLEARED);
        if (by.equals(recordedBy) || by.equals(submittedBy)) {
            throw new ApproverIsAuthor();
        }
        clearedBy = by;
        clearedOn = today;
        status = AgreementStatus.CLEARED;
    }

    void returnToDraft() {
        requireNext(AgreementStatus.DRAFT);
        clearedBy = null;
        clearedOn = null;
        submittedBy = null;
        status = AgreementStatus.DRAFT;
    }

    void sendForSignature() {
        requireNext(AgreementStatus.AWAITING_SIGNATURE);
        status = AgreementStatus.AWAITING_SIGNATURE;
    }

    /**
     * Every party signs, each on its own day; the last day is the agreement's.
     *
     * @param days one for each party, in their order
     */
    void sign(List<@Nullable LocalDate> days, LocalDate today) {
        requireNext(AgreementStatus.SIGNED);
        Problems problems = new Problems();
        List<AgreementParty> signed = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            AgreementParty party = parties.get(i);
            LocalDate day = i < days.size() ? days.get(i) : null;
            String at = "parties[" + i + "].signedOn";
            problems.required(at, day);
            problems.inOrder(at, negotiatedOn, day);
            if (day != null && day.isAfter(today)) {
                problems.add(at, "inTheFuture");
            }
            signed.add(
                    new AgreementParty(party.partner(), party.role(), party.signatory(), party.signatoryTitle(), day));
        }
        problems.refuse();
        parties.clear();
        parties.addAll(signed);
        signedOn = signed.stream()
                .map(AgreementParty::signedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        status = AgreementStatus.SIGNED;
    }

    void bringIntoForce(@Nullable LocalDate on, LocalDate today) {
        requireNext(AgreementStatus.IN_FORCE);
        Problems problems = new Problems();
        problems.required("inForceOn", on);
        problems.inOrder("inForceOn", signedOn, on);
        if (on != null && on.isAfter(today)) {
            problems.add("inForceOn", "inTheFuture");
        }
        problems.refuse();
        requireParentInForce();
        inForceOn = on;
        status = AgreementStatus.IN_FORCE;
    }

    void suspend() {
        requireNext(AgreementStatus.SUSPENDED);
        status = AgreementStatus.SUSPENDED;
    }

    /** Because the agreement it stands under is suspended. */
    void suspendWithParent() {
        status = AgreementStatus.SUSPENDED;
    }

    void resume() {
        requireNext(AgreementStatus.IN_FORCE);
        requireParentInForce();
        status = AgreementStatus.IN_FORCE;
    }

    private void requireParentInForce() {
        if (parent != null && parent.status() != AgreementStatus.IN_FORCE) {
            throw new ParentIsNotInForce(parent.reference());
        }
    }

    void end(@Nullable LocalDate on, LocalDate today) {
        finish(AgreementStatus.ENDED, on, today);
    }

    void terminate(@Nullable LocalDate on, LocalDate today) {
        finish(AgreementStatus.TERMINATED, on, today);
    }

    private void finish(AgreementStatus next, @Nullable LocalDate on, LocalDate today) {
        requireNext(next);
        Problems problems = new Problems();
        problems.required("actualEndOn", on);
        problems.inOrder("actualEndOn", signedOn, on);
        if (on != null && on.isAfter(today)) {
            problems.add("actualEndOn", "inTheFuture");
        }
        problems.refuse();
        actualEndOn = on;
        status = next;
    }

    void cancel() {
        requireNext(AgreementStatus.CANCELLED);
        status = AgreementStatus.CANCELLED;
    }

    private void requireNext(AgreementStatus next) {
        if (!status.next().contains(next)) {
            throw new AgreementCannotBecome(status, next);
        }
        // a blocked partner stops every step but those that limit what it may still do
        if (!next.limitsExposure()) {
            parties.forEach(party -> party.partner().requireNotBlocked("parties"));
        }
    }

    /** The term that runs on a day; null where none runs any more, or no end is planned. */
    @Nullable
    Term term(LocalDate day) {
        return status.isOver() ? null : Term.on(day, startsOn, plannedEndOn, renewal, renewalMonths, noticeDays);
    }

    /** Whether the partner, or one it belongs to, is a party. */
    public boolean binds(Partner partner) {
        Set<Partner> bound = Ancestors.andSelf(partner, Partner::parent);
        return parties.stream().anyMatch(party -> bound.contains(party.partner()));
    }

    /** Whether it is of the kind that carries commitments, signed or not. */
    public boolean isBindingAndFinancial() {
        return legallyBinding && financial;
    }

    /** Whether money can be committed under it: binding, financial and signed. */
    public boolean carriesCommitments() {
        return legallyBinding && financial && status.isSigned();
    }

    @Override
    public SearchText searchText() {
        return new SearchText(title, String.valueOf(type), Collections.singletonList(summary));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public @Nullable AgreementType type() {
        return type;
    }

    public String title() {
        return title;
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

    public boolean isLegallyBinding() {
        return legallyBinding;
    }

    public boolean isFinancial() {
        return financial;
    }

    public @Nullable Currency currency() {
        return currency;
    }

    /** The most that can be committed under it, in {@link #currency()}. */
    public @Nullable BigDecimal ceiling() {
        return ceiling;
    }

    public @Nullable LocalDate negotiatedOn() {
        return negotiatedOn;
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
        return startsOn;
    }

    public @Nullable LocalDate plannedEndOn() {
        return plannedEndOn;
    }

    public @Nullable LocalDate actualEndOn() {
        return actualEndOn;
    }

    public Renewal renewal() {
        return renewal;
    }

    public @Nullable Integer renewalMonths() {
        return renewalMonths;
    }

    public @Nullable Integer noticeDays() {
        return noticeDays;
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
