package org.kizuna.event.rest;

import jakarta.inject.Inject;
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
import org.kizuna.event.EventFeature;
import org.kizuna.event.EventQueries;
import org.kizuna.event.EventRegister;
import org.kizuna.event.SeriesData;
import org.kizuna.event.SeriesDetail;
import org.kizuna.event.SeriesRow;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Versions;

/** {@code /events/series}: list, one, open, change. */
@Path("/events/series")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SeriesResource {

    @Inject
    private EventQueries queries;

    @Inject
    private EventRegister register;

    @GET
    public ListAnswer<ItemJson> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return ListAnswer.of(
                queries.listSeries(Parameters.given(text), Parameters.page(sort, limit, after)), ItemJson::of);
    }

    @GET
    @Path("/{reference}")
    @APIResponseSchema(SeriesJson.class)
    public Response one(@PathParam("reference") String reference) {
        SeriesDetail series = find(reference);
        return Response.ok(SeriesJson.of(series))
                .tag(Versions.tag(series.version()))
                .build();
    }

    @POST
    @RequestBodySchema(SeriesData.class)
    @APIResponseSchema(SeriesJson.class)
    public Response open(@Nullable String body) {
        Body json = Body.of(body);
        SeriesData data = json.as(SeriesData.class, SeriesJson.class);
        json.refuseProblems();
        SeriesDetail series = find(register.openSeries(data).value());
        return Response.created(URI.create("events/series/" + series.reference().value()))
                .entity(SeriesJson.of(series))
                .tag(Versions.tag(series.version()))
                .build();
    }

    @PUT
    @Path("/{reference}")
    @RequestBodySchema(SeriesData.class)
    @APIResponseSchema(SeriesJson.class)
    public Response change(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body) {
        SeriesDetail before = find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        SeriesData data = json.as(SeriesData.class, SeriesJson.class);
        json.replaces(SeriesJson.of(before));
        json.refuseProblems();
        register.changeSeries(before.reference(), version, data);
        return one(reference);
    }

    private SeriesDetail find(String reference) {
        return queries.findSeries(reference).orElseThrow(() -> new NoSuchRecord(EventFeature.SERIES, reference));
    }

    /** One series in a list. */
    public record ItemJson(String reference, String title, long version) {

        static ItemJson of(SeriesRow row) {
            return new ItemJson(row.reference().value(), row.title(), row.version());
        }
    }
}
