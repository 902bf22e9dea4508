package org.kizuna.partner.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

/** The list of partners; what it shows stands in the address. */
@Named
@RequestScoped
public class PartnerListView {

    @Inject
    private PartnerQueries queries;

    @Inject
    private ListRequest request;

    private CountedPage<PartnerRow> list;

    @PostConstruct
    void load() {
        String country = request.text("country");
        PartnerCriteria criteria = new PartnerCriteria(
                request.text("q"),
                request.constant("sector", Sector.class),
                country != null && CountryCode.isKnown(country) ? new CountryCode(country) : null,
                request.constant("status", PartnerStatus.class),
                null,
                request.text("pending") != null);
        list = queries.counted(criteria, request.get());
    }

    public Page<PartnerRow> getPage() {
        return list.page();
    }

    public CappedCount getCount() {
        return list.count();
    }

    public boolean isFiltered() {
        return request.has("q", "sector", "country", "status", "pending");
    }
}
