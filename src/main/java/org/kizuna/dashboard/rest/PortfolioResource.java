package org.kizuna.dashboard.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.figure.AsOf;
import org.kizuna.figure.PortfolioQueries;
import org.kizuna.shared.Time;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.Parameters;

/** {@code /dashboard/portfolio}: agreements and money as they stood on one day, as they were known on another. */
@Path("/dashboard/portfolio")
@Produces(MediaType.APPLICATION_JSON)
public class PortfolioResource {

    @Inject
    private PortfolioQueries portfolio;

    @Inject
    private Clock clock;

    /** Both days are today unless they are given. */
    @GET
    public PortfolioJson portfolio(
            @QueryParam("standingOn") @Nullable String standingOn,
            @QueryParam("knownOn") @Nullable String knownOn,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        LocalDate today = Time.today(clock);
        LocalDate standing = Objects.requireNonNullElse(Parameters.date("standingOn", standingOn), today);
        LocalDate known = Objects.requireNonNullElse(Parameters.date("knownOn", knownOn), today);
        AsOf asOf = AsOf.of(standing, known);
        String last = Objects.requireNonNullElse(Parameters.given(after), "0");
        if (!last.matches("[0-9]{1,18}")) {
            throw new InvalidParameter("after", last);
        }
        int most = Math.min(Parameters.limit(limit), 1000);
        List<PortfolioQueries.StandingAgreement> found = portfolio.agreements(asOf, Long.parseLong(last), most + 1);
        List<PortfolioQueries.StandingAgreement> items = found.subList(0, Math.min(most, found.size()));
        return new PortfolioJson(
                standing.toString(),
                known.toString(),
                portfolio.totals(asOf).stream().map(MoneyJson::of).toList(),
                items.stream().map(AgreementJson::of).toList(),
                found.size() > most ? Long.toString(items.get(most - 1).id()) : null);
    }

    /**
     * @param standingOn as 2021-06-30, and so {@code knownOn}
     * @param totals over all donors, each currency by itself; amounts as texts
     * @param next what to pass as {@code after} for the agreements that follow, or null at the end
     */
    public record PortfolioJson(
            String standingOn,
            String knownOn,
            List<MoneyJson> totals,
            List<AgreementJson> agreements,
            @Nullable String next) {}

    /** Sums of one currency: received is confirmed, and what is not stands beside it. */
    public record MoneyJson(String currency, String pledged, String committed, String received, String unconfirmed) {

        static MoneyJson of(PortfolioQueries.Money money) {
            return new MoneyJson(
                    money.currency(),
                    plain(money.pledged()),
                    plain(money.committed()),
                    plain(money.received()),
                    plain(money.unconfirmed()));
        }

        private static String plain(BigDecimal sum) {
            return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
        }
    }

    /** An agreement as it stood. */
    public record AgreementJson(
            String reference,
            String title,
            String status,
            @Nullable String currency,
            @Nullable String ceiling) {

        static AgreementJson of(PortfolioQueries.StandingAgreement agreement) {
            BigDecimal ceiling = agreement.ceiling();
            return new AgreementJson(
                    agreement.reference(),
                    agreement.title(),
                    agreement.status(),
                    agreement.currency(),
                    ceiling == null ? null : ceiling.toPlainString());
        }
    }
}
