package org.kizuna.ledger.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.EntryTotals;
import org.kizuna.ledger.Measure;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;

/** Ledger entries, and the sum of those shown: what stands behind a figure. */
@Named
@RequestScoped
public class EntryListView {

    @Inject
    private EntryQueries queries;

    @Inject
    private PartnerQueries partners;

    @Inject
    private ListRequest request;

    private @Nullable String donorName;
    private Page<EntryRow> page;
    private CappedCount count;
    private EntryTotals totals;

    @PostConstruct
    void load() {
        String donor = request.text("donor");
        String country = request.text("country");
        PartnerDetail giver = donor == null ? null : partners.find(donor).orElse(null);
        donorName = giver == null ? donor : giver.data().legalName();
        EntryCriteria criteria = new EntryCriteria(
                donor == null ? null : giver == null ? Long.valueOf(-1) : Long.valueOf(giver.id()),
                null,
                null,
                request.constant("sector", Sector.class),
                country != null && CountryCode.isKnown(country) ? new CountryCode(country) : null,
                request.constant("instrument", Instrument.class),
                request.constant("measure", Measure.class),
                request.constant("kind", EntryKind.class),
                request.day("from"),
                request.day("to"),
                request.text("batch"),
                request.text("unconfirmed") != null,
                request.text("reversals") != null);
        page = queries.list(criteria, request.orderedBy("-date"));
        count = queries.count(criteria);
        totals = queries.totals(criteria);
    }

    public Page<EntryRow> getPage() {
        return page;
    }

    public CappedCount getCount() {
        return count;
    }

    /** In US dollars. */
    public EntryTotals getTotals() {
        return totals;
    }

    public @Nullable String getDonorName() {
        return donorName;
    }

    public boolean isFiltered() {
        return request.has(
                "donor",
                "sector",
                "country",
                "instrument",
                "measure",
                "kind",
                "from",
                "to",
                "batch",
                "unconfirmed",
                "reversals");
    }
}
