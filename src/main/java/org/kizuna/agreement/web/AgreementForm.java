package org.kizuna.agreement.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementType;
import org.kizuna.agreement.PartyRole;
import org.kizuna.agreement.Renewal;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.search.SearchHit;

/** What stands in the fields while an agreement is typed. */
public class AgreementForm implements Serializable {

    private @Nullable String reference;
    private @Nullable AgreementType type;
    private @Nullable String title;
    private @Nullable String summary;
    private @Nullable SearchHit parent;
    private @Nullable Boolean legallyBinding;
    private @Nullable Boolean financial;
    private @Nullable String currency;
    private @Nullable BigDecimal ceiling;
    private @Nullable LocalDate negotiatedOn;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate plannedEndOn;
    private @Nullable Renewal renewal = Renewal.NONE;
    private @Nullable Integer renewalMonths;
    private @Nullable Integer noticeDays;
    private boolean sample;
    private List<PartyRow> parties = new ArrayList<>();

    static AgreementForm of(AgreementDetail agreement) {
        AgreementData data = agreement.data();
        AgreementForm form = new AgreementForm();
        form.reference = data.reference();
        form.type = data.type();
        form.title = data.title();
        form.summary = data.summary();
        form.parent = data.parent() == null
                ? null
                : new SearchHit(
                        AgreementFeature.AGREEMENT, 0, data.parent(), String.valueOf(agreement.parentTitle()), "");
        form.legallyBinding = data.legallyBinding();
        form.financial = data.financial();
        form.currency = data.currency();
        form.ceiling = data.ceiling();
        form.negotiatedOn = data.negotiatedOn();
        form.startsOn = data.startsOn();
        form.plannedEndOn = data.plannedEndOn();
        form.renewal = data.renewal();
        form.renewalMonths = data.renewalMonths();
        form.noticeDays = data.noticeDays();
        form.sample = data.sample();
        agreement.parties().forEach(party -> {
            PartyRow row = new PartyRow();
            row.partner =
                    new SearchHit(PartnerFeature.PARTNER, 0, party.partner().value(), party.partnerName(), "");
            row.role = party.role();
            row.signatory = party.signatory();
            row.signatoryTitle = party.signatoryTitle();
            form.parties.add(row);
        });
        return form;
    }

    AgreementData data() {
        return new AgreementData(
                reference,
                type,
                title,
                summary,
                parent == null ? null : parent.reference(),
                legallyBinding,
                financial,
                currency,
                ceiling,
                negotiatedOn,
                startsOn,
                plannedEndOn,
                renewal,
                renewalMonths,
                noticeDays,
                sample,
                parties.stream()
                        .map(row -> new AgreementData.Party(
                                row.partner == null ? null : row.partner.reference(),
                                row.role,
                                row.signatory,
                                row.signatoryTitle))
                        .toList());
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String value) {
        reference = value;
    }

    public @Nullable AgreementType getType() {
        return type;
    }

    public void setType(@Nullable AgreementType value) {
        type = value;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String value) {
        title = value;
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String value) {
        summary = value;
    }

    public @Nullable SearchHit getParent() {
        return parent;
    }

    public void setParent(@Nullable SearchHit value) {
        parent = value;
    }

    public @Nullable Boolean getLegallyBinding() {
        return legallyBinding;
    }

    public void setLegallyBinding(@Nullable Boolean value) {
        legallyBinding = value;
    }

    public @Nullable Boolean getFinancial() {
        return financial;
    }

    public void setFinancial(@Nullable Boolean value) {
        financial = value;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String value) {
        currency = value;
    }

    public @Nullable BigDecimal getCeiling() {
        return ceiling;
    }

    public void setCeiling(@Nullable BigDecimal value) {
        ceiling = value;
    }

    public @Nullable LocalDate getNegotiatedOn() {
        return negotiatedOn;
    }

    public void setNegotiatedOn(@Nullable LocalDate value) {
        negotiatedOn = value;
    }

    public @Nullable LocalDate getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(@Nullable LocalDate value) {
        startsOn = value;
    }

    public @Nullable LocalDate getPlannedEndOn() {
        return plannedEndOn;
    }

    public void setPlannedEndOn(@Nullable LocalDate value) {
        plannedEndOn = value;
    }

    public @Nullable Renewal getRenewal() {
        return renewal;
    }

    public void setRenewal(@Nullable Renewal value) {
        renewal = value;
    }

    public @Nullable Integer getRenewalMonths() {
        return renewalMonths;
    }

    public void setRenewalMonths(@Nullable Integer value) {
        renewalMonths = value;
    }

    public @Nullable Integer getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(@Nullable Integer value) {
        noticeDays = value;
    }

    public boolean isSample() {
        return sample;
    }

    public void setSample(boolean value) {
        sample = value;
    }

    public List<PartyRow> getParties() {
        return parties;
    }

    /** A party. */
    public static class PartyRow implements Serializable {
        private @Nullable SearchHit partner;
        private @Nullable PartyRole role;
        private @Nullable String signatory;
        private @Nullable String signatoryTitle;

        public @Nullable SearchHit getPartner() {
            return partner;
        }

        public void setPartner(@Nullable SearchHit value) {
            partner = value;
        }

        public @Nullable PartyRole getRole() {
            return role;
        }

        public void setRole(@Nullable PartyRole value) {
            role = value;
        }

        public @Nullable String getSignatory() {
            return signatory;
        }

        public void setSignatory(@Nullable String value) {
            signatory = value;
        }

        public @Nullable String getSignatoryTitle() {
            return signatoryTitle;
        }

        public void setSignatoryTitle(@Nullable String value) {
            signatoryTitle = value;
        }
    }
}
