package org.kizuna.contribution.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.PartyRole;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionDetail;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** A contribution being typed, new or known. */
@Named
@ViewScoped
public class ContributionEditView implements Serializable {

    @Inject
    private transient ContributionQueries queries;

    @Inject
    private transient ContributionRegister contributions;

    @Inject
    private transient PartnerQueries partners;

    @Inject
    private transient AgreementQueries agreements;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String ref;
    private long version;
    private RecordForm<ContributionData> form = new RecordForm<>(ContributionData.class);

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            ContributionDetail contribution = find(ref);
            version = contribution.version();
            form = RecordForm.of(contribution.data(), directory);
            return;
        }
        form.set("instrument", Instrument.PROJECT_SPECIFIC);
        String donor = Faces.getRequestParameter("donor");
        if (donor != null) {
            partners.find(donor)
                    .ifPresent(partner -> form.set(
                            "donor",
                            new SearchHit(
                                    PartnerFeature.PARTNER,
                                    partner.id(),
                                    donor,
                                    String.valueOf(partner.data().legalName()),
                                    "")));
        }
        String agreement = Faces.getRequestParameter("agreement");
        if (agreement != null) {
            agreements.find(agreement).ifPresent(this::begin);
        }
    }

    /** Begun from an agreement's page, its donor and currency need not be typed again. */
    private void begin(AgreementDetail agreement) {
        form.set(
                "agreement",
                new SearchHit(
                        AgreementFeature.AGREEMENT,
                        agreement.id(),
                        agreement.reference().value(),
                        String.valueOf(agreement.data().title()),
                        ""));
        form.set("currency", agreement.data().currency());
        agreement.parties().stream()
                .filter(party -> party.role() == PartyRole.DONOR)
                .findFirst()
                .ifPresent(party -> form.set(
                        "donor",
                        new SearchHit(PartnerFeature.PARTNER, 0, party.partner().value(), party.partnerName(), "")));
    }

    public void save() {
        boolean fresh = isFresh();
        if (ref == null) {
            ref = contributions.open(form.data()).value();
        } else {
            contributions.change(new Reference(ref), version, form.data());
        }
        Told.andGo(
                fresh ? "ContributionRegister.open" : "ContributionRegister.change", "/contribution/view?ref=%s", ref);
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = find(String.valueOf(ref)).version();
        save();
    }

    private ContributionDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(ContributionFeature.CONTRIBUTION, reference));
    }

    public long getVersion() {
        return version;
    }

    /** The version that the text on the page rests on: a draft's may be older than the record's. */
    public void setVersion(long value) {
        version = value;
    }

    public boolean isFresh() {
        return ref == null;
    }

    public @Nullable String getRef() {
        return ref;
    }

    public RecordForm<ContributionData> getForm() {
        return form;
    }
}
