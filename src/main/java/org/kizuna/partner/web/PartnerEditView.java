package org.kizuna.partner.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.search.SearchHit;
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

    private @Nullable String ref;
    private long version;
    private boolean approved;
    private PartnerForm form = new PartnerForm();

    public void load() {
        ref = Faces.getRequestParameter("ref");
        if (ref != null) {
            PartnerDetail partner = find(ref);
            version = partner.version();
            approved = partner.status() == PartnerStatus.APPROVED;
            String parent = partner.data().parent();
            form = PartnerForm.of(
                    partner.data(),
                    parent == null
                            ? null
                            : new SearchHit(
                                    PartnerFeature.PARTNER, 0, parent, String.valueOf(partner.parentName()), ""));
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
        form.getNames().add(new PartnerForm.NameRow());
    }

    public void addIdentifier() {
        form.getIdentifiers().add(new PartnerForm.IdentifierRow());
    }

    public void addContact() {
        form.getContacts().add(new PartnerForm.ContactRow());
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

    public PartnerForm getForm() {
        return form;
    }
}
