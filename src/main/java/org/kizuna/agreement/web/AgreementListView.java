package org.kizuna.agreement.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.AgreementType;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The list of agreements; what it shows stands in the address. */
@Named
@RequestScoped
public class AgreementListView {

    @Inject
    private AgreementQueries queries;

    @Inject
    private PartnerQueries partners;

    @Inject
    private ListRequest request;

    private @Nullable String partnerName;
    private CountedPage<AgreementRow> list;

    @PostConstruct
    void load() {
        String partner = request.text("partner");
        PartnerDetail party = partner == null ? null : partners.find(partner).orElse(null);
        partnerName = party == null ? partner : party.data().legalName();
        Long partyId = party == null ? null : party.id();
        AgreementCriteria criteria = new AgreementCriteria(
                request.text("q"),
                request.constant("type", AgreementType.class),
                request.constant("status", AgreementStatus.class),
                partner != null && partyId == null ? Long.valueOf(-1) : partyId,
                null,
                request.day("ends"),
                request.text("by"));
        list = queries.counted(criteria, request.get());
    }

    public Page<AgreementRow> getPage() {
        return list.page();
    }

    public CappedCount getCount() {
        return list.count();
    }

    public @Nullable String getPartnerName() {
        return partnerName;
    }

    public boolean isFiltered() {
        return request.has("q", "type", "status", "partner", "ends", "by");
    }
}
