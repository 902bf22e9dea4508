package org.kizuna.contribution.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.EntryCriteria;
import org.kizuna.contribution.EntryKind;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.contribution.EntryRow;
import org.kizuna.contribution.EntryTotals;
import org.kizuna.contribution.Instrument;
import org.kizuna.contribution.Measure;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.CappedCount;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.web.ListRequest;
import org.omnifaces.cdi.Param;

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

    @Inject
    @Param
    private @Nullable String donor;

    @Inject
    @Param
    private @Nullable Sector sector;

    @Inject
    @Param
    private @Nullable String country;

    @Inject
    @Param
    private @Nullable Instrument instrument;

    @Inject
    @Param
    private @Nullable Measure measure;

    @Inject
    @Param
    private @Nullable EntryKind kind;

    @Inject
    @Param
    private @Nullable String from;

    @Inject
    @Param
    private @Nullable String to;

    @Inject
    @Param
    private @Nullable String batch;

    @Inject
    @Param
    private @Nullable String unconfirmed;

    private @Nullable String donorName;
    private Page<EntryRow> page;
    private CappedCount count;
    private EntryTotals totals;

    @PostConstruct
    void load() {
        PartnerDetail giver = donor == null ? null : partners.find(donor).orElse(null);
        donorName = giver == null ? donor : giver.data().legalName();
        EntryCriteria criteria = new EntryCriteria(
                donor == null ? null : giver == null ? Long.valueOf(-1) : Long.valueOf(giver.id()),
                null,
                null,
                sector,
                country != null && CountryCode.isKnown(country) ? new CountryCode(country) : null,
                instrument,
                measure,
                kind,
                day(from),
                day(to),
                batch,
                unconfirmed != null);
        page = queries.list(criteria, request.orderedBy("-date"));
        count = queries.count(criteria);
        totals = queries.totals(criteria);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Time.day(text);
        } catch (DateTimeException e) {
            return null;
        }
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
        return donor != null
                || sector != null
                || country != null
                || instrument != null
                || measure != null
                || kind != null
                || from != null
                || to != null
                || batch != null
                || unconfirmed != null;
    }
}
