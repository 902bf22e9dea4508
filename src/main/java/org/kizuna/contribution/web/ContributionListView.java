package org.kizuna.contribution.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The list of contributions; what it shows stands in the address. */
@Named
@RequestScoped
public class ContributionListView {

    @Inject
    private ContributionQueries queries;

    @Inject
    private PartnerQueries partners;

    @Inject
    private ListRequest request;

    private @Nullable String donorName;
    private CountedPage<ContributionRow> list;

    @PostConstruct
    void load() {
        String donor = request.text("donor");
        PartnerDetail giver = donor == null ? null : partners.find(donor).orElse(null);
        donorName = giver == null ? donor : giver.data().legalName();
        Long donorId = donor == null ? null : giver == null ? Long.valueOf(-1) : Long.valueOf(giver.id());
        ContributionCriteria criteria = new ContributionCriteria(
                request.text("q"), request.constant("instrument", Instrument.class), null, donorId, null);
        list = queries.counted(criteria, request.get());
    }

    public Page<ContributionRow> getPage() {
        return list.page();
    }

    public CappedCount getCount() {
        return list.count();
    }

    public @Nullable String getDonorName() {
        return donorName;
    }

    public boolean isFiltered() {
        return request.has("q", "instrument", "donor");
    }
}
