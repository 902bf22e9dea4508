package org.kizuna.dashboard.web;

import com.ibm.icu.util.Currency;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.figure.Comparison;
import org.kizuna.figure.DonorFigures;
import org.kizuna.figure.DonorTotal;
import org.kizuna.figure.FigureCriteria;
import org.kizuna.figure.Figures;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.shared.Money;

/** The donor dashboard: the same figures as a chart and as a table, each of them a link to its entries. */
@Named
@RequestScoped
public class DashboardView {

    private static final int DONORS = 25;

    @Inject
    private DashboardFilter filter;

    @Inject
    private DonorFigures figures;

    @Inject
    private CurrentUser you;

    @Inject
    private Clock clock;

    private FigureTable table;
    private List<DonorTotal> donors = List.of();

    @PostConstruct
    void load() {
        FigureCriteria criteria = filter.criteria();
        table = new FigureTable(filter.yearly(), filter.period(), filter.currency(), filter::comparison);
        if (filter.partner() == null) {
            donors = figures.largest(criteria, filter.currency(), DONORS);
        }
    }

    public FigureTable getTable() {
        return table;
    }

    public List<DonorTotal> getDonors() {
        return donors;
    }

    public @Nullable PartnerDetail getPartner() {
        return filter.partner();
    }

    public Currency getCurrency() {
        return filter.currency();
    }

    public int getFirstYear() {
        return filter.firstYear();
    }

    public int getLastYear() {
        return filter.lastYear();
    }

    /** 2026, or what has passed of it. */
    public String period(Comparison comparison) {
        return new ComparisonWords(you.getLocale()).period(comparison);
    }

    /** What a year is compared with, or why it is not. */
    public String against(Comparison comparison) {
        return new ComparisonWords(you.getLocale()).against(comparison);
    }

    /** Years with entries, newest first, and those asked for. */
    public List<Integer> getYears() {
        NavigableSet<Integer> all = new TreeSet<>(filter.yearly().years());
        all.add(filter.firstYear());
        all.add(filter.lastYear());
        return List.copyOf(all.descendingSet());
    }

    /** How many entries are of years that are not shown. */
    public long getOutside() {
        return filter.yearly().outside(filter.period());
    }

    /** The address with all years there are entries of. */
    public String getAllYears() {
        List<Integer> all = filter.yearly().years();
        return all.isEmpty()
                ? "/dashboard/donors"
                : "/dashboard/donors?from=" + all.get(0) + "&to=" + all.get(all.size() - 1) + filter.others();
    }

    public boolean isNarrowed() {
        return filter.isNarrowed();
    }

    public Instant getNow() {
        return clock.instant();
    }

    public String getChart() {
        return FigureChart.json(table, you.getLocale());
    }

    /** The class of an instrument's colour: {@code k1} for the first of the theme. */
    public String colour(Instrument instrument) {
        return FigureChart.colour(instrument).replace('c', 'k');
    }

    public Money rounded(BigDecimal figure) {
        return Money.rounded(figure, filter.currency());
    }

    /** The address of the entries behind a figure of one year, or of the whole period. */
    public String entries(@Nullable Integer year, @Nullable Instrument instrument, String measure) {
        int first = year == null ? filter.firstYear() : year;
        int last = year == null ? filter.lastYear() : year;
        Instrument wanted = instrument == null ? filter.criteria().instrument() : instrument;
        return LedgerFeature.ENTRIES + "?measure=" + measure + "&from=" + first + "-01-01&to=" + last + "-12-31"
                + (wanted == null ? "" : "&instrument=" + wanted) + filter.entryFilters();
    }

    /** The address of the money of one year, or of the whole period, that is not confirmed yet. */
    public String unconfirmed(@Nullable Integer year) {
        return entries(year, null, "RECEIVED") + "&unconfirmed=yes";
    }

    /** The address of the entries behind a donor's figure. */
    public String entriesOf(DonorTotal donor, String measure) {
        return entries(null, null, measure) + "&donor=" + donor.donor().value();
    }

    /** What part of the whole a donor gave, as 0.253, or nothing where the whole is nothing. */
    public @Nullable BigDecimal share(Figures part) {
        BigDecimal whole = table.getTotal().received();
        return whole.signum() <= 0 ? null : part.received().divide(whole, 4, RoundingMode.HALF_EVEN);
    }
}
