package org.kizuna.contribution.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionDetail;
import org.kizuna.contribution.Earmarking;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.search.SearchHit;

/** What stands in the fields while a contribution is typed. */
public class ContributionForm implements Serializable {

    private @Nullable String reference;
    private @Nullable String purpose;
    private @Nullable SearchHit donor;
    private @Nullable SearchHit agreement;
    private @Nullable Instrument instrument;
    private @Nullable Earmarking earmarking;
    private @Nullable String currency;
    private List<String> countries = new ArrayList<>();

    static ContributionForm of(ContributionDetail contribution) {
        ContributionData data = contribution.data();
        ContributionForm form = new ContributionForm();
        form.reference = data.reference();
        form.purpose = data.purpose();
        form.donor = new SearchHit(
                PartnerFeature.PARTNER,
                contribution.donorId(),
                String.valueOf(data.donor()),
                contribution.donorName(),
                "");
        form.agreement = data.agreement() == null
                ? null
                : new SearchHit(
                        AgreementFeature.AGREEMENT,
                        0,
                        data.agreement(),
                        String.valueOf(contribution.agreementTitle()),
                        "");
        form.instrument = data.instrument();
        form.earmarking = data.earmarking();
        form.currency = data.currency();
        form.countries = new ArrayList<>(data.countries());
        return form;
    }

    ContributionData data() {
        return new ContributionData(
                reference,
                purpose,
                donor == null ? null : donor.reference(),
                agreement == null ? null : agreement.reference(),
                instrument,
                earmarking,
                currency,
                countries == null ? List.of() : countries);
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String value) {
        reference = value;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String value) {
        purpose = value;
    }

    public @Nullable SearchHit getDonor() {
        return donor;
    }

    public void setDonor(@Nullable SearchHit value) {
        donor = value;
    }

    public @Nullable SearchHit getAgreement() {
        return agreement;
    }

    public void setAgreement(@Nullable SearchHit value) {
        agreement = value;
    }

    public @Nullable Instrument getInstrument() {
        return instrument;
    }

    public void setInstrument(@Nullable Instrument value) {
        instrument = value;
    }

    public @Nullable Earmarking getEarmarking() {
        return earmarking;
    }

    public void setEarmarking(@Nullable Earmarking value) {
        earmarking = value;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String value) {
        currency = value;
    }

    public List<String> getCountries() {
        return countries;
    }

    public void setCountries(List<String> value) {
        countries = value;
    }
}
