package org.kizuna.partner.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.util.Faces;

/** One partner, and what can be done with it. */
@Named
@ViewScoped
public class PartnerView implements Serializable {

    private static final int SUBORDINATES = 20;

    @Inject
    private transient PartnerQueries queries;

    @Inject
    private transient PartnerRegister partners;

    private String ref = "";
    private long version;
    private @Nullable String reason;
    private transient @Nullable PartnerDetail partner;
    private transient @Nullable List<PartnerRow> subordinates;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        version = getPartner().version();
    }

    public PartnerDetail getPartner() {
        if (partner == null) {
            partner = queries.find(ref).orElseThrow(() -> new NoSuchRecord("Partner", ref));
        }
        return partner;
    }

    public List<PartnerRow> getSubordinates() {
        if (subordinates == null) {
            PartnerCriteria below =
                    new PartnerCriteria(null, null, null, null, getPartner().id());
            subordinates = queries.list(below, PageRequest.first(SUBORDINATES)).items();
        }
        return subordinates;
    }

    public boolean leadsTo(String status) {
        return getPartner().status().next().contains(PartnerStatus.valueOf(status));
    }

    public void beginDueDiligence() {
        partners.beginDueDiligence(reference(), version);
        done();
    }

    public void reopen() {
        partners.reopen(reference(), version);
        done();
    }

    public void approve() {
        partners.approve(reference(), version);
        done();
    }

    public void suspend() {
        partners.suspend(reference(), version, reason);
        done();
    }

    public void block() {
        partners.block(reference(), version, reason);
        done();
    }

    public void retire() {
        partners.retire(reference(), version, reason);
        done();
    }

    private Reference reference() {
        return new Reference(ref);
    }

    private void done() {
        Faces.redirect("/partner/view?ref=%s&done=saved", ref);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
