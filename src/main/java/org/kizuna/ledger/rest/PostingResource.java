package org.kizuna.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionFeature;
import org.kizuna.ledger.EntryData;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.rest.Body;

/** {@code /contributions/{contribution}/entries}: enters what happened to a contribution's money. */
@Path("/contributions/{contribution}/entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostingResource {

    @Inject
    private LedgerRegister ledger;

    @Inject
    private EntryQueries queries;

    /** Refunds and write-offs are an approver's, the rest an officer's. */
    @POST
    @RequestBodySchema(EntryData.class)
    @APIResponseSchema(EntryJson.class)
    public Response post(@PathParam("contribution") String contribution, @Nullable String body) {
        if (!Reference.isValid(contribution)) {
            throw new NoSuchRecord(ContributionFeature.CONTRIBUTION, contribution);
        }
        Body json = Body.of(body);
        EntryData data = json.as(EntryData.class);
        json.refuseProblems();
        Reference to = new Reference(contribution);
        boolean givesUp = data.kind() == EntryKind.REFUND || data.kind() == EntryKind.WRITE_OFF;
        Reference entry = givesUp ? ledger.giveUp(to, data) : ledger.post(to, data);
        EntryJson entered = queries.find(entry.value()).map(EntryJson::of).orElseThrow();
        return Response.created(URI.create("contributions/entries/" + entry.value()))
                .entity(entered)
                .build();
    }
}
