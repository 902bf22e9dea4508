package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.Agreement;
import org.kizuna.partner.Partner;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.NamedRecord;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.VersionedEntity;

/**
 * What one donor gives for one purpose in one currency. How much stands in its ledger entries alone: every total is
 * derived from them.
 */
@Entity
public class Contribution extends VersionedEntity implements NamedRecord {

    @Column(updatable = false)
    private Reference reference;

    private String purpose;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(updatable = false)
    private Partner donor;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement agreement;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Instrument instrument;

    private @Nullable String earmarking;

    @Column(updatable = false)
    private Currency currency;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "contribution_country", joinColumns = @JoinColumn(name = "contribution_id"))
    @Column(name = "country")
    private Set<CountryCode> countries = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Contribution() {}

    /**
     * @param donor the partner named in the data, or null where there is none of that reference
     * @throws org.kizuna.shared.InvalidInput when a field is missing or malformed
     */
    @SuppressWarnings("NullAway") // what must be there is checked before the constructor ends
    public Contribution(
            ContributionData data,
            @Nullable Partner donor,
            @Nullable Agreement agreement,
            Supplier<Reference> nextReference,
            String recordedBy,
            Instant recordedAt) {
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        Problems problems = new Problems();
        this.reference = Reference.typedOr(problems, data.reference(), nextReference);
        String named = Problems.clean(data.donor());
        problems.required("donor", named);
        if (named != null && donor == null) {
            problems.add("donor", "noSuchPartner", named);
        }
        this.donor = donor;
        if (donor != null) {
            donor.requireNotBlocked("donor");
        }
        problems.required("instrument", data.instrument());
        this.instrument = data.instrument();
        problems.required("currency", Problems.clean(data.currency()));
        this.currency = Currencies.typed(problems, "currency", data.currency());
        take(data, agreement, problems);
    }

    /**
     * Donor, instrument and currency stay: ledger entries have been counted under them.
     *
     * @param committed whether money is committed, which is under the agreement it has
     */
    void change(ContributionData data, @Nullable Agreement newAgreement, boolean committed) {
        Problems problems = new Problems();
        reference.stays(problems, data.reference());
        if (data.donor() != null && !data.donor().equals(donor.reference().value())) {
            problems.add("donor", "staysAsRecorded");
        }
        if (data.instrument() != null && data.instrument() != instrument) {
            problems.add("instrument", "staysAsRecorded");
        }
        if (data.currency() != null && !data.currency().equals(currency.getCurrencyCode())) {
            problems.add("currency", "staysAsRecorded");
        }
        if (committed && !Objects.equals(newAgreement, agreement)) {
            problems.add("agreement", "staysAsRecorded");
        }
        take(data, newAgreement, problems);
    }

    private void take(ContributionData data, @Nullable Agreement newAgreement, Problems problems) {
        String typedPurpose = problems.required("purpose", data.purpose(), 300);
        Set<CountryCode> fresh = new TreeSet<>();
        for (String typed : data.countries()) {
            CountryCode code = CountryCode.typed(problems, "countries", typed);
            if (code != null) {
                fresh.add(code);
            }
        }
        problems.refuse();
        purpose = typedPurpose;
        agreement = newAgreement;
        earmarking = data.earmarking() == null ? null : data.earmarking().code();
        if (!countries.equals(fresh)) {
            countries.clear();
            countries.addAll(fresh);
        }
    }

    @Override
    public SearchText searchText() {
        return new SearchText(purpose, donor.legalName(), List.of(donor.legalName()));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    public String purpose() {
        return purpose;
    }

    public Partner donor() {
        return donor;
    }

    public @Nullable Agreement agreement() {
        return agreement;
    }

    public Instrument instrument() {
        return instrument;
    }

    public @Nullable Earmarking earmarking() {
        for (Earmarking category : Earmarking.values()) {
            if (category.code().equals(earmarking)) {
                return category;
            }
        }
        return null;
    }

    public Currency currency() {
        return currency;
    }

    public Set<CountryCode> countries() {
        return Collections.unmodifiableSet(countries);
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contribution that && reference().equals(that.reference());
    }

    @Override
    public int hashCode() {
        return reference().hashCode();
    }
}
