package org.kizuna.dashboard.rest;

import com.ibm.icu.util.Currency;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.figure.Comparison;
import org.kizuna.figure.DonorFigures;
import org.kizuna.figure.DonorYear;
import org.kizuna.figure.FigureCriteria;
import org.kizuna.figure.FigurePeriod;
import org.kizuna.figure.YearlyFigures;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.Money;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.InvalidCursor;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.Parameters;

/** {@code /dashboard/donors}: what each donor gave by year and instrument. */
@Path("/dashboard/donors")
@Produces(MediaType.APPLICATION_JSON)
public class DashboardResource {

    @Inject
    private DonorFigures figures;

    @Inject
    private PartnerQueries partners;

    @Inject
    private Clock clock;

    /** Years, or days of which the years count. */
    @GET
    public DonorsJson donors(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("donor") @Nullable String donor,
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("country") @Nullable String country,
            @QueryParam("instrument") @Nullable String instrument,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Integer first = Parameters.year("from", from);
        Integer last = Parameters.year("to", to);
        FigureCriteria criteria = new FigureCriteria(
                Objects.requireNonNullElse(first, 1),
                Objects.requireNonNullElse(last, 9999),
                donor(Parameters.given(donor)),
                Parameters.constant("sector", sector, Sector.class),
                Parameters.country("country", country),
                Parameters.constant("instrument", instrument, Instrument.class));
        Currency wanted = currency(Parameters.given(currency));
        int most = Math.min(Parameters.limit(limit), PageRequest.MAXIMUM_LIMIT);
        List<DonorYear> found = figures.byDonor(criteria, wanted, place(Parameters.given(after)), most + 1);
        boolean more = found.size() > most;
        List<DonorYear> rows = more ? found.subList(0, most) : found;
        return new DonorsJson(
                rows.stream().map(row -> DonorJson.of(row, wanted)).toList(),
                more ? cursor(rows.get(rows.size() - 1)) : null,
                Parameters.given(after) == null ? comparison(criteria, wanted) : null);
    }

    private @Nullable ComparisonJson comparison(FigureCriteria criteria, Currency currency) {
        YearlyFigures yearly = figures.yearly(criteria, currency);
        Integer latest = yearly.latest(new FigurePeriod(criteria.fromYear(), criteria.toYear()));
        return latest == null
                ? null
                : ComparisonJson.of(
                        yearly.comparison(
                                latest, Time.today(clock), (from, to) -> figures.between(criteria, currency, from, to)),
                        currency);
    }

    private static Currency currency(@Nullable String code) {
        if (code == null) {
            return Currency.getInstance("USD");
        }
        return Currencies.find(code).orElseThrow(() -> new InvalidParameter("currency", code));
    }

    private @Nullable Long donor(@Nullable String reference) {
        return reference == null
                ? null
                : partners.find(reference)
                        .map(PartnerDetail::id)
                        .orElseThrow(() -> new InvalidParameter("donor", reference));
    }

    private static String cursor(DonorYear row) {
        String text = row.donorId() + "\n" + row.year() + "\n" + row.instrument() + "\n" + row.donorName();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DonorFigures.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 4);
            return new DonorFigures.Place(
                    parts[3], Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Instrument.valueOf(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidCursor();
        }
    }

    /**
     * A page of a list, the first with how the newest year of the period compares.
     *
     * @param next what to pass as {@code after} for the page that follows, or null at the end
     */
    public record DonorsJson(
            List<DonorJson> items,
            @Nullable String next,
            @Nullable ComparisonJson comparison) {}

    /**
     * What was received in the newest year with receipts beside the year before; of a year that is not over, what came
     * by today beside the same days.
     *
     * @param receivedBefore null where there are no figures of those days
     * @param change as 0.56 for 56 % more; null where nothing stands to compare with
     */
    public record ComparisonJson(
            String from,
            String to,
            String beforeFrom,
            String beforeTo,
            String received,
            @Nullable String receivedBefore,
            @Nullable String change) {

        static ComparisonJson of(Comparison comparison, Currency currency) {
            BigDecimal before = comparison.before();
            BigDecimal change = comparison.change();
            return new ComparisonJson(
                    comparison.from().toString(),
                    comparison.to().toString(),
                    comparison.beforeFrom().toString(),
                    comparison.beforeTo().toString(),
                    Money.rounded(comparison.received(), currency).plain(),
                    before == null ? null : Money.rounded(before, currency).plain(),
                    change == null ? null : change.toPlainString());
        }
    }

    /**
     * What one donor gave by one instrument in one year. Amounts are in the currency asked for, each rounded once,
     * and received is confirmed; entries that no rate is known for are counted and in none of them.
     */
    public record DonorJson(
            String donor,
            String donorName,
            int year,
            String instrument,
            String pledged,
            String committed,
            String received,
            String unconfirmed,
            String currency,
            long entries,
            long notConvertible) {

        static DonorJson of(DonorYear row, Currency currency) {
            return new DonorJson(
                    row.donor().value(),
                    row.donorName(),
                    row.year(),
                    row.instrument().name(),
                    rounded(row.figures().pledged(), currency),
                    rounded(row.figures().committed(), currency),
                    rounded(row.figures().received(), currency),
                    rounded(row.figures().unconfirmed(), currency),
                    currency.getCurrencyCode(),
                    row.figures().entries(),
                    row.figures().notConvertible());
        }

        private static String rounded(BigDecimal figure, Currency currency) {
            return Money.rounded(figure, currency).plain();
        }
    }
}
