package org.kizuna.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.NoSuchRecord;

/**
 * {@code /contributions/entries/{reference}/steps}: confirming what arrived, and taking an entry back. An entry never
 * changes, so that no version is asked for.
 */
@Path("/contributions/entries/{reference}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EntryStepResource {

    @Inject
    private EntryResource entries;

    /** One of {@code confirm}, {@code reverse}, {@code confirm-reversal} and {@code decline-reversal}. */
    @POST
    @Path("/{step}")
    @RequestBodySchema(EntryResource.Reversal.class)
    @APIResponseSchema(EntryJson.class)
    public Response take(
            @PathParam("reference") String reference, @PathParam("step") String step, @Nullable String body) {
        return switch (step) {
            case "confirm" -> Response.ok(entries.confirm(reference, body)).build();
            case "reverse" -> entries.reverse(reference, body);
            case "confirm-reversal" -> entries.confirmReversal(reference, body);
            case "decline-reversal" ->
                Response.ok(entries.declineReversal(reference, body)).build();
            default -> throw new NoSuchRecord("Step", step);
        };
    }
}
