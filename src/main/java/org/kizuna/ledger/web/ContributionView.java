package org.kizuna.ledger.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionDetail;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.page.web.RecordForm;
import org.kizuna.page.web.Told;
import org.kizuna.security.Permissions;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.paging.PageRequest;
import org.omnifaces.util.Faces;

/** One contribution with its ledger, and the form for what happens to it next. */
@Named
@ViewScoped
public class ContributionView implements Serializable {

    private static final int ENTRIES = 100;

    @Inject
    private transient ContributionQueries queries;

    @Inject
    private transient EntryQueries entries;

    @Inject
    private transient LedgerRegister ledger;

    @Inject
    private transient Permissions permissions;

    private String ref = "";
    private RecordForm<EntryData> form = new RecordForm<>(EntryData.class);
    private transient @Nullable ContributionDetail contribution;
    private transient @Nullable Page<EntryRow> page;

    public void load() {
        ref = String.valueOf(Faces.getRequestParameter("ref"));
        getContribution();
    }

    public ContributionDetail getContribution() {
        if (contribution == null) {
            contribution = queries.find(ref).orElseThrow(() -> new NoSuchRecord(ContributionFeature.CONTRIBUTION, ref));
        }
        return contribution;
    }

    /** The newest entries. */
    public Page<EntryRow> getEntries() {
        if (page == null) {
            EntryCriteria all = EntryCriteria.ofContribution(getContribution().id());
            page = entries.list(all, new PageRequest("-date", ENTRIES, null, null));
        }
        return page;
    }

    /** What the reader may enter: an approver what is given up, an officer the rest. */
    public List<EntryKind> getKinds() {
        if (permissions.allows("ContributionRegister.post")) {
            return List.of(
                    EntryKind.PLEDGE,
                    EntryKind.PLEDGE_WITHDRAWN,
                    EntryKind.COMMITMENT,
                    EntryKind.ADJUSTMENT,
                    EntryKind.RECEIPT,
                    EntryKind.IN_KIND);
        }
        return permissions.allows("ContributionRegister.giveUp")
                ? List.of(EntryKind.REFUND, EntryKind.WRITE_OFF)
                : List.of();
    }

    public void post() {
        Reference reference = new Reference(ref);
        EntryData data = form.data();
        if (data.kind() == EntryKind.REFUND || data.kind() == EntryKind.WRITE_OFF) {
            ledger.giveUp(reference, data);
        } else {
            ledger.post(reference, data);
        }
        Told.andGo("ContributionRegister.post." + data.kind(), ContributionFeature.VIEW + "?ref=%s", ref);
    }

    public RecordForm<EntryData> getForm() {
        return form;
    }
}
