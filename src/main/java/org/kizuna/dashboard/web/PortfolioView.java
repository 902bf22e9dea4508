package org.kizuna.dashboard.web;

import com.ibm.icu.util.Currency;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.figure.AsOf;
import org.kizuna.figure.PortfolioQueries;
import org.kizuna.shared.Money;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.Page;
import org.omnifaces.cdi.Param;

/** The portfolio as it stood on one day, as it was known on another. */
@Named
@RequestScoped
public class PortfolioView {

    private static final int ROWS = 50;

    @Inject
    private PortfolioQueries portfolio;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable String standingOn;

    @Inject
    @Param
    private @Nullable String knownOn;

    @Inject
    @Param
    private @Nullable String after;

    private LocalDate standing = LocalDate.EPOCH;
    private LocalDate known = LocalDate.EPOCH;
    private List<PortfolioQueries.Money> totals = List.of();
    private Page<PortfolioQueries.StandingAgreement> page = new Page<>(List.of(), null, null);

    @PostConstruct
    void load() {
        LocalDate today = Time.today(clock);
        standing = Objects.requireNonNullElse(day(standingOn), today);
        known = Objects.requireNonNullElse(day(knownOn), today);
        AsOf asOf = AsOf.of(standing, known);
        totals = portfolio.totals(asOf);
        long last = after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        List<PortfolioQueries.StandingAgreement> found = portfolio.agreements(asOf, last, ROWS + 1);
        page = found.size() > ROWS
                ? new Page<>(
                        List.copyOf(found.subList(0, ROWS)),
                        Long.toString(found.get(ROWS - 1).id()),
                        null)
                : new Page<>(found, null, null);
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Time.day(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public LocalDate getStanding() {
        return standing;
    }

    public LocalDate getKnown() {
        return known;
    }

    public List<PortfolioQueries.Money> getTotals() {
        return totals;
    }

    public Page<PortfolioQueries.StandingAgreement> getPage() {
        return page;
    }

    public AgreementStatus status(String name) {
        return AgreementStatus.valueOf(name);
    }

    public @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : Money.rounded(amount, Currency.getInstance(currency));
    }
}
