package org.kizuna.partner.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRow;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;
import org.omnifaces.cdi.Param;

/** The list of partners; what it shows stands in the address. */
@Named
@RequestScoped
public class PartnerListView {

    @Inject
    private PartnerQueries queries;

    @Inject
    private ListRequest request;

    @Inject
    @Param
    private @Nullable String q;

    @Inject
    @Param
    private @Nullable Sector sector;

    @Inject
    @Param
    private @Nullable String country;

    @Inject
    @Param
    private @Nullable PartnerStatus status;

    private CountedPage<PartnerRow> list;

    @PostConstruct
    void load() {
        CountryCode code = country != null && CountryCode.isKnown(country) ? new CountryCode(country) : null;
        PartnerCriteria criteria = new PartnerCriteria(q, sector, code, status, null);
        list = queries.counted(criteria, request.get());
    }

    public Page<PartnerRow> getPage() {
        return list.page();
    }

    public CappedCount getCount() {
        return list.count();
    }

    public boolean isFiltered() {
        return q != null || sector != null || country != null || status != null;
    }
}
