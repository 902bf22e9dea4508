package org.kizuna.partner.rest;

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
import org.kizuna.partner.PartnerChangeRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.partner.PartnerStatus;
import org.kizuna.partner.Sector;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Selected;
import org.kizuna.shared.rest.Versions;

/** {@code /partners}: list, one, register, change. */
@Path("/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerResource {

    /** The same request is to be sent to the other address [RFC 9110, 15.4.9]. */
    private static final int MOVED_FOR_GOOD = 308;

    @Inject
    private PartnerQueries queries;

    @Inject
    private PartnerRegister register;

    @Inject
    private PartnerChangeRegister changes;

    @GET
    public ListAnswer<PartnerItemJson> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("country") @Nullable String country,
            @QueryParam("status") @Nullable String status,
            @BeanParam Selected selected,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        PartnerCriteria criteria = new PartnerCriteria(
                Parameters.given(text),
                Parameters.constant("sector", sector, Sector.class),
                Parameters.country("country", country),
                Parameters.constant("status", status, PartnerStatus.class),
                null);
        return ListAnswer.of(
                queries.list(criteria, selected.selection(), selected.page(sort, limit, after)), PartnerItemJson::of);
    }

    /** A merged one leads to the partner that it is now. */
    @GET
    @Path("/{reference}")
    @APIResponseSchema(PartnerJson.class)
    public Response one(@PathParam("reference") String reference) {
        PartnerDetail partner = find(reference);
        if (partner.survivor() != null) {
            return Response.status(MOVED_FOR_GOOD)
                    .location(URI.create("partners/" + partner.survivor().value()))
                    .build();
        }
        return Response.ok(PartnerJson.of(
                        partner, queries.pendingChange(partner.reference()).orElse(null)))
                .tag(Versions.tag(partner.version()))
                .build();
    }

    @POST
    @RequestBodySchema(PartnerData.class)
    @APIResponseSchema(PartnerJson.class)
    public Response register(String body) {
        Body json = Body.of(body);
        PartnerData data = json.as(PartnerData.class, PartnerJson.class);
        json.same("status", PartnerStatus.PROSPECT.name());
        json.refuseProblems();
        PartnerDetail partner = find(register.register(data).value());
        return Response.created(URI.create("partners/" + partner.reference().value()))
                .entity(PartnerJson.of(partner, null))
                .tag(Versions.tag(partner.version()))
                .build();
    }

    @PUT
    @Path("/{reference}")
    @RequestBodySchema(PartnerData.class)
    @APIResponseSchema(PartnerJson.class)
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") @Nullable String ifMatch, String body) {
        PartnerDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        PartnerData data = json.as(PartnerData.class, PartnerJson.class);
        json.same("status", before.status().name());
        // it follows from the sector where nothing else is said
        json.ignore("organisationType");
        json.replaces(PartnerJson.of(before, null));
        json.refuseProblems();
        register.change(before.reference(), version, data);
        return one(reference);
    }

    /** By an approver who proposed none of it; {@code version} is that of the pending change. */
    @POST
    @Path("/{reference}/pending-change/acceptance")
    @RequestBodySchema(PendingVersion.class)
    @APIResponseSchema(PartnerJson.class)
    public Response acceptChange(@PathParam("reference") String reference, @Nullable String body) {
        Reference partner = find(reference).reference();
        Body json = Body.of(body);
        PendingVersion decided = json.as(PendingVersion.class);
        long version = required(decided.version(), json);
        json.refuseProblems();
        changes.accept(partner, version);
        return one(reference);
    }

    /** The same, with the {@code reason} why it is not to be. */
    @POST
    @Path("/{reference}/pending-change/refusal")
    @RequestBodySchema(PendingRefusal.class)
    @APIResponseSchema(PartnerJson.class)
    public Response refuseChange(@PathParam("reference") String reference, @Nullable String body) {
        Reference partner = find(reference).reference();
        Body json = Body.of(body);
        PendingRefusal decided = json.as(PendingRefusal.class);
        long version = required(decided.version(), json);
        json.refuseProblems();
        changes.refuse(partner, version, decided.reason());
        return one(reference);
    }

    private static long required(@Nullable Integer version, Body json) {
        if (version == null) {
            json.problem("version", "required");
        }
        return version == null ? 0 : version;
    }

    /** Of the pending change that was seen. */
    public record PendingVersion(@Nullable Integer version) {}

    /** Of the pending change that was seen, and why it is not to be. */
    public record PendingRefusal(
            @Nullable Integer version, @Nullable String reason) {}

    private PartnerDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, reference));
    }
}
