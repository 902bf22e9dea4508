package org.kizuna.event.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRow;
import org.kizuna.event.EventStatus;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.CountedPage;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** The list of events, newest first; what it shows stands in the address. */
@Named
@RequestScoped
public class EventListView {

    @Inject
    private EventQueries queries;

    @Inject
    private PartnerQueries partners;

    @Inject
    private ListRequest request;

    private @Nullable String partnerName;
    private CountedPage<EventRow> list;

    @PostConstruct
    void load() {
        String partner = request.text("partner");
        PartnerDetail part = partner == null ? null : partners.find(partner).orElse(null);
        partnerName = part == null ? partner : part.data().legalName();
        Long partnerId = partner == null ? null : part == null ? Long.valueOf(-1) : Long.valueOf(part.id());
        EventCriteria criteria = new EventCriteria(
                request.text("q"),
                request.constant("kind", EventKind.class),
                request.constant("status", EventStatus.class),
                null,
                partnerId,
                null);
        list = queries.counted(criteria, request.orderedBy("-start"));
    }

    public Page<EventRow> getPage() {
        return list.page();
    }

    public CappedCount getCount() {
        return list.count();
    }

    public @Nullable String getPartnerName() {
        return partnerName;
    }

    public boolean isFiltered() {
        return request.has("q", "kind", "status", "partner");
    }
}
