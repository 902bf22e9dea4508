package org.kizuna.agreement.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRow;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.AgreementType;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;
import org.omnifaces.cdi.Param;

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

    @Inject
    @Param
    private @Nullable String q;

    @Inject
    @Param
    private @Nullable AgreementType type;

    @Inject
    @Param
    private @Nullable AgreementStatus status;

    @Inject
    @Param
    private @Nullable String partner;

    @Inject
    @Param
    private @Nullable String ends;

    @Inject
    @Param
    private @Nullable String by;

    private @Nullable String partnerName;
    private CountedPage<AgreementRow> list;

    @PostConstruct
    void load() {
        PartnerDetail party = partner == null ? null : partners.find(partner).orElse(null);
        partnerName = party == null ? partner : party.data().legalName();
        Long partyId = party == null ? null : party.id();
        AgreementCriteria criteria = new AgreementCriteria(
                q, type, status, partner != null && partyId == null ? Long.valueOf(-1) : partyId, null, day(ends), by);
        list = queries.counted(criteria, request.get());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Time.day(text);
        } catch (DateTimeException e) {
            return null;
        }
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
        return q != null || type != null || status != null || partner != null || ends != null || by != null;
    }
}
