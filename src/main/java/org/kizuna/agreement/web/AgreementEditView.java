package org.kizuna.agreement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.Renewal;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** An agreement being typed, new or known. */
@Named
@ViewScoped
public class AgreementEditView implements Serializable {

    private static final int FEWEST_PARTIES = 2;

    @Inject
    private transient AgreementQueries queries;

    @Inject
    private transient AgreementRegister agreements;

    @Inject
    private transient PartnerQueries partners;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String ref;
    private long version;
    private RecordForm<AgreementData> form = new RecordForm<>(AgreementData.class);

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            AgreementDetail agreement = find(ref);
            version = agreement.version();
            form = RecordForm.of(agreement.data(), directory);
            return;
        }
        form.set("renewal", Renewal.NONE);
        while (form.rows("parties").size() < FEWEST_PARTIES) {
            addParty();
        }
        String partner = Faces.getRequestParameter("partner");
        if (partner != null) {
            partners.find(partner).ifPresent(this::begin);
        }
    }

    /** The partner from whose page the agreement was begun is its first party. */
    private void begin(PartnerDetail partner) {
        form.rows("parties")
                .get(0)
                .set(
                        "partner",
                        new SearchHit(
                                PartnerFeature.PARTNER,
                                partner.id(),
                                partner.reference().value(),
                                String.valueOf(partner.data().legalName()),
                                ""));
    }

    public void save() {
        boolean fresh = isFresh();
        if (ref == null) {
            ref = agreements.draft(form.data()).value();
        } else {
            agreements.change(new Reference(ref), version, form.data());
        }
        Told.andGo(fresh ? "AgreementRegister.draft" : "AgreementRegister.change", "/agreement/view?ref=%s", ref);
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = find(String.valueOf(ref)).version();
        save();
    }

    private AgreementDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(AgreementFeature.AGREEMENT, reference));
    }

    public void addParty() {
        form.add("parties");
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

    public RecordForm<AgreementData> getForm() {
        return form;
    }
}
