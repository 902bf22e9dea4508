package org.kizuna.partner.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.page.web.Moved;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerName;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.search.RecordDirectory;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.omnifaces.util.Faces;

/** A partner being typed, new or known. */
@Named
@ViewScoped
public class PartnerEditView implements Serializable {

    @Inject
    private transient PartnerQueries queries;

    @Inject
    private transient PartnerRegister partners;

    @Inject
    private transient RecordDirectory directory;

    private @Nullable String ref;
    private long version;
    private boolean approved;
    private RecordForm<PartnerData> form = new RecordForm<>(PartnerData.class);

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            PartnerDetail partner = find(ref);
            if (partner.survivor() != null) {
                Moved.to("/partner/edit?ref=" + Links.encoded(partner.survivor().value()));
                return;
            }
            version = partner.version();
            approved = partner.status() == PartnerStatus.APPROVED;
            form = RecordForm.of(partner.data(), directory);
        }
    }

    public void save() {
        boolean fresh = isFresh();
        if (ref == null) {
            ref = partners.register(form.data()).value();
        } else {
            partners.change(new Reference(ref), version, form.data());
        }
        Told.andGo(fresh ? "PartnerRegister.register" : "PartnerRegister.change", "/partner/view?ref=%s", ref);
    }

    /** Saves over what somebody else saved meanwhile, after both were shown. */
    public void saveOver() {
        version = find(String.valueOf(ref)).version();
        save();
    }

    private PartnerDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, reference));
    }

    public void addName() {
        form.add("names").set("kind", PartnerName.Kind.ALIAS);
    }

    public void addIdentifier() {
        form.add("identifiers");
    }

    public void addContact() {
        form.add("contacts");
    }

    public long getVersion() {
        return version;
    }

    /** The version that the text on the page rests on: a draft's may be older than the record's. */
    public void setVersion(long value) {
        version = value;
    }

    /** Some of its fields then change by an approver's leave only. */
    public boolean isApproved() {
        return approved;
    }

    public boolean isFresh() {
        return ref == null;
    }

    public @Nullable String getRef() {
        return ref;
    }

    public RecordForm<PartnerData> getForm() {
        return form;
    }
}
