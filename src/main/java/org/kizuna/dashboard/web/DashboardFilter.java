package org.kizuna.dashboard.web;

import com.ibm.icu.util.Currency;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.figure.Comparison;
import org.kizuna.figure.DonorFigures;
import org.kizuna.figure.FigureCriteria;
import org.kizuna.figure.FigurePeriod;
import org.kizuna.figure.YearlyFigures;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Time;
import org.kizuna.shared.web.ListRequest;

/** What the dashboard's address asks for: the page's and, which is no page of Faces, its file's. */
@RequestScoped
class DashboardFilter {

    private static final Currency USD = Currency.getInstance("USD");

    @Inject
    private DonorFigures figures;

    @Inject
    private PartnerQueries partners;

    @Inject
    private ListRequest request;

    @Inject
    private Clock clock;

    private @Nullable String donor;
    private @Nullable Sector sector;
    private @Nullable Instrument instrument;
    private @Nullable String country;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String currency;
    private LocalDate today = LocalDate.EPOCH;
    private YearlyFigures yearly = new YearlyFigures(List.of());
    private FigurePeriod shown = new FigurePeriod(1, 1);
    private @Nullable PartnerDetail partner;

    @PostConstruct
    void read() {
        donor = request.text("donor");
        sector = request.constant("sector", Sector.class);
        instrument = request.constant("instrument", Instrument.class);
        country = request.text("country");
        from = request.text("from");
        to = request.text("to");
        currency = request.text("currency");
        partner = donor == null ? null : partners.find(donor).orElse(null);
        today = Time.today(clock);
        yearly = figures.yearly(criteria(), currency());
        FigurePeriod usual = yearly.shown(today);
        shown = new FigurePeriod(year(from, usual.from()), year(to, usual.to()));
    }

    FigureCriteria criteria() {
        return new FigureCriteria(
                firstYear(),
                lastYear(),
                donor == null ? null : partner == null ? Long.valueOf(-1) : Long.valueOf(partner.id()),
                sector,
                country != null && CountryCode.isKnown(country) ? new CountryCode(country) : null,
                instrument);
    }

    int firstYear() {
        return shown.from();
    }

    int lastYear() {
        return shown.to();
    }

    FigurePeriod period() {
        return shown;
    }

    /** Figures of all years, those asked for and others. */
    YearlyFigures yearly() {
        return yearly;
    }

    Comparison comparison(int year) {
        return yearly.comparison(year, today, (first, last) -> figures.between(criteria(), currency(), first, last));
    }

    Currency currency() {
        return Currencies.find(currency).orElse(USD);
    }

    @Nullable
    PartnerDetail partner() {
        return partner;
    }

    /** What is asked for, by the names of the fields, as it is journaled. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("from", Integer.toString(firstYear()));
        detail.put("to", Integer.toString(lastYear()));
        detail.put("currency", currency().getCurrencyCode());
        put(detail, "donor", donor);
        put(detail, "sector", sector);
        put(detail, "country", country);
        put(detail, "instrument", instrument);
        return detail;
    }

    private static void put(Map<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value.toString());
        }
    }

    boolean isNarrowed() {
        return donor != null
                || sector != null
                || instrument != null
                || country != null
                || from != null
                || to != null
                || currency != null;
    }

    /** The filters as the list of entries takes them, without the year and the measure. */
    String entryFilters() {
        StringBuilder query = new StringBuilder();
        append(query, "donor", donor);
        append(query, "sector", sector);
        append(query, "country", country);
        return query.toString();
    }

    /** All filters but the years, as this page takes them. */
    String others() {
        StringBuilder query = new StringBuilder(entryFilters());
        append(query, "instrument", instrument);
        append(query, "currency", currency);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(java.net.URLEncoder.encode(value.toString(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static int year(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{4}") ? Integer.parseInt(text) : otherwise;
    }
}
