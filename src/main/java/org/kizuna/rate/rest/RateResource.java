package org.kizuna.rate.rest;

import com.ibm.icu.util.Currency;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kizuna.rate.ExchangeRates;
import org.kizuna.rate.RateQueries;
import org.kizuna.rate.RateRow;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;

/** {@code /rates}: the rates of exchange that are kept, and recording what was published. */
@Path("/rates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RateResource {

    @Inject
    private RateQueries queries;

    @Inject
    private ExchangeRates rates;

    /** Newest first. */
    @GET
    public ListAnswer<RateJson> list(
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return ListAnswer.of(
                queries.list(
                        currency(Parameters.given(currency)),
                        Parameters.date("from", from),
                        Parameters.date("to", to),
                        Parameters.page(null, limit, after)),
                RateJson::of);
    }

    /** By an administrator; all of {@code rates}, or none where one of them is refused. */
    @POST
    @RequestBodySchema(Rates.class)
    @APIResponse(responseCode = "204", description = "All of them are recorded")
    public Response publish(@Nullable String body) {
        Body json = Body.of(body);
        List<ExchangeRates.Published> published = json.as(Rates.class).rates();
        if (published.isEmpty()) {
            json.problem("rates", "required");
        }
        json.refuseProblems();
        rates.publish(published);
        return Response.noContent().build();
    }

    /** What was published. */
    public record Rates(List<ExchangeRates.Published> rates) {}

    private static @Nullable Currency currency(@Nullable String code) {
        return code == null ? null : Currencies.find(code).orElseThrow(() -> new InvalidParameter("currency", code));
    }

    /**
     * A rate of exchange.
     *
     * @param effectiveOn the day from which it holds, until a later one of the same currency
     * @param perUsd units of the currency for one US dollar, decimal
     */
    public record RateJson(String currency, String effectiveOn, String perUsd, String source) {

        static RateJson of(RateRow row) {
            return new RateJson(
                    row.currency().getCurrencyCode(),
                    row.effectiveOn().toString(),
                    row.perUsd().stripTrailingZeros().toPlainString(),
                    row.source());
        }
    }
}
