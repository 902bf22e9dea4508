package org.kizuna.contribution.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.contribution.ContributionCriteria;
import org.kizuna.contribution.ContributionData;
import org.kizuna.contribution.ContributionDetail;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.contribution.ContributionQueries;
import org.kizuna.contribution.ContributionRegister;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.Currencies;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Selected;
import org.kizuna.shared.rest.Versions;

/** {@code /contributions}: list, one, open, change. */
@Path("/contributions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ContributionResource {

    @Inject
    private ContributionQueries queries;

    @Inject
    private ContributionRegister register;

    @Inject
    private PartnerQueries partners;

    @Inject
    private AgreementQueries agreements;

    @GET
    public ListAnswer<ContributionItemJson> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("instrument") @Nullable String instrument,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("donor") @Nullable String donor,
            @QueryParam("agreement") @Nullable String agreement,
            @BeanParam Selected selected,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        ContributionCriteria criteria = new ContributionCriteria(
                Parameters.given(text),
                Parameters.constant("instrument", instrument, Instrument.class),
                currency(Parameters.given(currency)),
                donor(Parameters.given(donor)),
                agreement(Parameters.given(agreement)));
        return ListAnswer.of(
                queries.list(criteria, selected.selection(), selected.page(sort, limit, after)),
                ContributionItemJson::of);
    }

    @GET
    @Path("/{reference}")
    @APIResponseSchema(ContributionJson.class)
    public Response one(@PathParam("reference") String reference) {
        ContributionDetail contribution = find(reference);
        return Response.ok(ContributionJson.of(contribution))
                .tag(Versions.tag(contribution.version()))
                .build();
    }

    @POST
    @RequestBodySchema(ContributionData.class)
    @APIResponseSchema(ContributionJson.class)
    public Response open(@Nullable String body) {
        Body json = Body.of(body);
        ContributionData data = json.as(ContributionData.class, ContributionJson.class);
        json.refuseProblems();
        ContributionDetail contribution = find(register.open(data).value());
        return Response.created(
                        URI.create("contributions/" + contribution.reference().value()))
                .entity(ContributionJson.of(contribution))
                .tag(Versions.tag(contribution.version()))
                .build();
    }

    @PUT
    @Path("/{reference}")
    @RequestBodySchema(ContributionData.class)
    @APIResponseSchema(ContributionJson.class)
    public Response change(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body) {
        ContributionDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        ContributionData data = json.as(ContributionData.class, ContributionJson.class);
        json.replaces(ContributionJson.of(before));
        json.refuseProblems();
        register.change(before.reference(), version, data);
        return one(reference);
    }

    private static @Nullable String currency(@Nullable String code) {
        if (code != null && Currencies.find(code).isEmpty()) {
            throw new InvalidParameter("currency", code);
        }
        return code;
    }

    private @Nullable Long donor(@Nullable String reference) {
        return reference == null
                ? null
                : partners.find(reference)
                        .map(PartnerDetail::id)
                        .orElseThrow(() -> new InvalidParameter("donor", reference));
    }

    private @Nullable Long agreement(@Nullable String reference) {
        return reference == null
                ? null
                : agreements
                        .find(reference)
                        .map(AgreementDetail::id)
                        .orElseThrow(() -> new InvalidParameter("agreement", reference));
    }

    private ContributionDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(ContributionFeature.CONTRIBUTION, reference));
    }
}
