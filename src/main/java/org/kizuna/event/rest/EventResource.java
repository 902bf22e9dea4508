package org.kizuna.event.rest;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.event.EventCriteria;
import org.kizuna.event.EventData;
import org.kizuna.event.EventDetail;
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventKind;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.EventStatus;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Selected;
import org.kizuna.shared.rest.Versions;

/** {@code /events}: list, one, plan, change. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EventResource {

    @Inject
    private EventQueries queries;

    @Inject
    private EventRegister register;

    @Inject
    private PartnerQueries partners;

    @GET
    public ListAnswer<EventItemJson> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("status") @Nullable String status,
            @QueryParam("partner") @Nullable String partner,
            @BeanParam Selected selected,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        EventCriteria criteria = new EventCriteria(
                Parameters.given(text),
                Parameters.constant("kind", kind, EventKind.class),
                Parameters.constant("status", status, EventStatus.class),
                null,
                partner(Parameters.given(partner)),
                null);
        return ListAnswer.of(
                queries.list(criteria, selected.selection(), selected.page(sort, limit, after)), EventItemJson::of);
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
    @APIResponseSchema(EventJson.class)
    public Response one(@PathParam("reference") String reference) {
        EventDetail event = find(reference);
        return Response.ok(EventJson.of(event))
                .tag(Versions.tag(event.version()))
                .build();
    }

    @POST
    @RequestBodySchema(EventJson.class)
    @APIResponseSchema(EventJson.class)
    public Response plan(String body) {
        Body json = Body.of(body);
        EventData data = data(json);
        json.same("status", EventStatus.PLANNED.name());
        json.refuseProblems();
        EventDetail event = find(register.plan(data).value());
        return Response.created(URI.create("events/" + event.reference().value()))
                .entity(EventJson.of(event))
                .tag(Versions.tag(event.version()))
                .build();
    }

    @PUT
    @Path("/{reference}")
    @RequestBodySchema(EventJson.class)
    @APIResponseSchema(EventJson.class)
    public Response change(
            @PathParam("reference") String reference, @HeaderParam("If-Match") @Nullable String ifMatch, String body) {
        EventDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        EventData data = data(json);
        json.same("status", before.status().name());
        json.replaces(EventJson.of(before));
        json.refuseProblems();
        register.change(before.reference(), version, data);
        return one(reference);
    }

    /** The start and the end are moments, told of day, time and zone in one. */
    private static EventData data(Body json) {
        LocalMoment start = LocalMoment.of(json, "start");
        String typed = json.text("timeZone");
        String zone = typed == null && (start.instant() == null || start.zone() != null)
                ? Objects.requireNonNullElse(start.zone(), "UTC")
                : typed;
        if (start.zone() != null) {
            // said with the start
            json.ignore("timeZone");
        }
        start = start.in(zone);
        LocalMoment end = LocalMoment.of(json, "end").in(zone);
        Map<String, @Nullable Object> moments = new HashMap<>();
        moments.put("startOn", start.day());
        moments.put("startTime", start.time());
        moments.put("startsAt", start.instant());
        moments.put("endOn", end.day());
        moments.put("endTime", end.time());
        moments.put("endsAt", end.instant());
        moments.put("timeZone", zone);
        return json.as(EventData.class, EventJson.class, moments);
    }

    private EventDetail find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(EventFeature.EVENT, reference));
    }
}
