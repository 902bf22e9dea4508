package org.kizuna.partner.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.lifecycle.web.StepInputs;
import org.kizuna.page.web.Moved;
import org.kizuna.page.web.Told;
import org.kizuna.partner.PartnerChangeRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.partner.PendingPartnerChange;
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

    @Inject
    private transient PartnerChangeRegister changes;

    private String ref = "";
    private long version;
    private long changeVersion;
    private transient boolean pendingKnown;
    private transient @Nullable PendingPartnerChange pending;
    private PartnerStatus shown = PartnerStatus.PROSPECT;
    private final StepInputs asked = new StepInputs();
    private transient @Nullable PartnerDetail partner;
    private transient @Nullable List<PartnerRow> subordinates;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        Reference survivor = getPartner().survivor();
        if (survivor != null) {
            Moved.to(String.valueOf(Links.to(PartnerFeature.PARTNER, survivor)));
            return;
        }
        version = getPartner().version();
        shown = getPartner().status();
        PendingPartnerChange change = getPending();
        changeVersion = change == null ? 0 : change.version();
    }

    /** What is proposed and waits for an approver; null where nothing is. */
    public @Nullable PendingPartnerChange getPending() {
        if (!pendingKnown) {
            pending = queries.pendingChange(getPartner().reference()).orElse(null);
            pendingKnown = true;
        }
        return pending;
    }

    public PartnerDetail getPartner() {
        if (partner == null) {
            partner = queries.find(ref).orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, ref));
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

    /** As the page was shown: a step that somebody else overtook is refused with a word, and not passed over. */
    public boolean leadsTo(String status) {
        return shown != PartnerStatus.BLOCKED && shown.next().contains(PartnerStatus.valueOf(status));
    }

    public void beginDueDiligence() {
        partners.beginDueDiligence(
                reference(), version, asked.get("beginDueDiligence").said());
        done("beginDueDiligence");
    }

    /** Out of a block an approver leads, with a reason. */
    public boolean isBlocked() {
        return shown == PartnerStatus.BLOCKED;
    }

    public void liftBlock() {
        partners.liftBlock(reference(), version, asked.get("liftBlock").said());
        done("liftBlock");
    }

    public void acceptChange() {
        changes.accept(reference(), changeVersion);
        Told.andGo("PartnerChangeRegister.accept", "/partner/view?ref=%s", ref);
    }

    public void refuseChange() {
        changes.refuse(reference(), changeVersion, asked.get("refuseChange").getReason());
        Told.andGo("PartnerChangeRegister.refuse", "/partner/view?ref=%s", ref);
    }

    public void reopen() {
        partners.reopen(reference(), version, asked.get("reopen").said());
        done("reopen");
    }

    public void approve() {
        partners.approve(reference(), version, asked.get("approve").said());
        done("approve");
    }

    public void suspend() {
        partners.suspend(reference(), version, asked.get("suspend").said());
        done("suspend");
    }

    public void block() {
        partners.block(reference(), version, asked.get("block").said());
        done("block");
    }

    public void retire() {
        partners.retire(reference(), version, asked.get("retire").said());
        done("retire");
    }

    private Reference reference() {
        return new Reference(ref);
    }

    private void done(String step) {
        Told.andGo("PartnerRegister." + step, "/partner/view?ref=%s", ref);
    }

    /** What each step asks. */
    public StepInputs getAsked() {
        return asked;
    }
}
