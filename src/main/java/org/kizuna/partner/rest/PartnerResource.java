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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.OrganisationType;
import org.kizuna.partner.PartnerChangeRegister;
import org.kizuna.partner.PartnerCriteria;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerName;
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

    @GET
    @Path("/{reference}")
    public Response one(@PathParam("reference") String reference) {
        PartnerDetail partner = find(reference);
        return Response.ok(PartnerJson.of(
                        partner, queries.pendingChange(partner.reference()).orElse(null)))
                .tag(Versions.tag(partner.version()))
                .build();
    }

    @POST
    public Response register(String body) {
        Body json = Body.of(body);
        PartnerData data = data(json);
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
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") @Nullable String ifMatch, String body) {
        PartnerDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        PartnerData data = data(json);
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
    public Response acceptChange(@PathParam("reference") String reference, @Nullable String body) {
        Reference partner = find(reference).reference();
        Body json = Body.of(body);
        long version = pendingVersion(json);
        json.refuseProblems();
        changes.accept(partner, version);
        return one(reference);
    }

    /** The same, with the {@code reason} why it is not to be. */
    @POST
    @Path("/{reference}/pending-change/refusal")
    public Response refuseChange(@PathParam("reference") String reference, @Nullable String body) {
        Reference partner = find(reference).reference();
        Body json = Body.of(body);
        long version = pendingVersion(json);
        String reason = json.text("reason");
        json.refuseProblems();
        changes.refuse(partner, version, reason);
        return one(reference);
    }

    private static long pendingVersion(Body json) {
        Integer version = json.whole("version");
        if (version == null) {
            json.problem("version", "required");
        }
        return version == null ? 0 : version;
    }

    private static PartnerData data(Body json) {
        json.ignore("version", "recordedBy", "recordedAt", "pendingChange", "steps");
        Boolean collective = json.truth("collective");
        return new PartnerData(
                json.text("reference"),
                json.text("legalName"),
                json.text("localName"),
                json.text("acronym"),
                json.constant("sector", Sector.class),
                organisationType(json),
                json.text("country"),
                json.text("parent"),
                json.text("website"),
                json.text("note"),
                collective != null && collective,
                json.list(
                        "names",
                        name -> new PartnerData.Name(
                                name.constant("kind", PartnerName.Kind.class), name.text("name"), name.date("until"))),
                json.list(
                        "identifiers",
                        identifier ->
                                new PartnerData.Identifier(identifier.text("listCode"), identifier.text("value"))),
                json.list(
                        "contacts",
                        contact -> new PartnerData.Contact(
                                contact.text("name"),
                                contact.text("jobTitle"),
                                contact.text("email"),
                                contact.text("phone"))));
    }

    private static @Nullable OrganisationType organisationType(Body json) {
        String code = json.text("organisationType");
        Optional<OrganisationType> type = code == null ? Optional.empty() : OrganisationType.ofCode(code);
        if (code != null && type.isEmpty()) {
            json.problem(
                    "organisationType",
                    "notOneOf",
                    code,
                    Arrays.stream(OrganisationType.values())
                            .map(OrganisationType::code)
                            .collect(Collectors.joining(", ")));
        }
        return type.orElse(null);
    }

    private PartnerDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, reference));
    }
}
