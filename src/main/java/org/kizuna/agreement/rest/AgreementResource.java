package org.kizuna.agreement.rest;

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
import org.kizuna.agreement.AgreementCriteria;
import org.kizuna.agreement.AgreementData;
import org.kizuna.agreement.AgreementDetail;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.agreement.AgreementQueries;
import org.kizuna.agreement.AgreementRegister;
import org.kizuna.agreement.AgreementStatus;
import org.kizuna.agreement.AgreementType;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Selected;
import org.kizuna.shared.rest.Versions;

/** {@code /agreements}: list, one, draft, change. */
@Path("/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementResource {

    @Inject
    private AgreementQueries queries;

    @Inject
    private AgreementRegister register;

    @Inject
    private PartnerQueries partners;

    @GET
    public ListAnswer<AgreementItemJson> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("type") @Nullable String type,
            @QueryParam("status") @Nullable String status,
            @QueryParam("partner") @Nullable String partner,
            @BeanParam Selected selected,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        AgreementCriteria criteria = new AgreementCriteria(
                Parameters.given(text),
                Parameters.constant("type", type, AgreementType.class),
                Parameters.constant("status", status, AgreementStatus.class),
                partner(Parameters.given(partner)),
                null,
                null,
                null);
        return ListAnswer.of(
                queries.list(criteria, selected.selection(), selected.page(sort, limit, after)), AgreementItemJson::of);
    }

    private @Nullable Long partner(@Nullable String reference) {
        return reference == null
                ? null
                : partners.find(reference)
                        .map(PartnerDetail::id)
                        .orElseThrow(() -> new InvalidParameter("partner", reference));
    }

    @GET
    @Path("/{reference}")
    @APIResponseSchema(AgreementJson.class)
    public Response one(@PathParam("reference") String reference) {
        AgreementDetail agreement = find(reference);
        return Response.ok(AgreementJson.of(agreement))
                .tag(Versions.tag(agreement.version()))
                .build();
    }

    @POST
    @RequestBodySchema(AgreementData.class)
    @APIResponseSchema(AgreementJson.class)
    public Response draft(String body) {
        Body json = Body.of(body);
        AgreementData data = json.as(AgreementData.class, AgreementJson.class);
        json.same("status", AgreementStatus.DRAFT.name());
        json.refuseProblems();
        AgreementDetail agreement = find(register.draft(data).value());
        return Response.created(URI.create("agreements/" + agreement.reference().value()))
                .entity(AgreementJson.of(agreement))
                .tag(Versions.tag(agreement.version()))
                .build();
    }

    @PUT
    @Path("/{reference}")
    @RequestBodySchema(AgreementData.class)
    @APIResponseSchema(AgreementJson.class)
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") @Nullable String ifMatch, String body) {
        AgreementDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        AgreementData data = json.as(AgreementData.class, AgreementJson.class);
        json.same("status", before.status().name());
        json.replaces(AgreementJson.of(before));
        json.refuseProblems();
        register.change(before.reference(), version, data);
        return one(reference);
    }

    private AgreementDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(AgreementFeature.AGREEMENT, reference));
    }
}
