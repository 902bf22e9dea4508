package org.kizuna.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.ledger.EntryCriteria;
import org.kizuna.ledger.EntryKind;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.ledger.EntryRow;
import org.kizuna.ledger.LedgerFeature;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.Measure;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;

/** {@code /contributions/entries}: the ledger. */
@Path("/contributions/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {

    @Inject
    private EntryQueries queries;

    @Inject
    private PartnerQueries partners;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

    @GET
    public ListAnswer<EntryJson> list(
            @QueryParam("donor") @Nullable String donor,
            @QueryParam("instrument") @Nullable String instrument,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("country") @Nullable String country,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("batch") @Nullable String batch,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        EntryCriteria criteria = new EntryCriteria(
                donor(Parameters.given(donor)),
                null,
                null,
                Parameters.constant("sector", sector, Sector.class),
                Parameters.country("country", country),
                Parameters.constant("instrument", instrument, Instrument.class),
                Parameters.constant("measure", measure, Measure.class),
                Parameters.constant("kind", kind, EntryKind.class),
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.given(batch),
                false);
        return ListAnswer.of(queries.list(criteria, Parameters.page(sort, limit, after)), EntryJson::of);
    }

    @GET
    @Path("/{reference}")
    public EntryJson one(@PathParam("reference") String reference) {
        return queries.find(reference)
                .map(EntryJson::of)
                .orElseThrow(() -> new NoSuchRecord(LedgerFeature.ENTRY, reference));
    }

    /** By a treasurer who did not enter it. */
    @POST
    @Path("/{reference}/confirmation")
    @RequestBodySchema(Reason.class)
    public EntryJson confirm(@PathParam("reference") String reference, @Nullable String body) {
        answers(body);
        ledger.confirm(known(reference));
        return one(reference);
    }

    /**
     * Takes an entry back; 202 where two stand for it, and another has to confirm. The day it counts on is {@code on}, or
     * today.
     */
    @POST
    @Path("/{reference}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Reversal.class)
    @APIResponseSchema(EntryJson.class)
    public Response reverse(@PathParam("reference") String reference, @Nullable String body) {
        Reference entry = known(reference);
        Body json = Body.of(body);
        Reversal reversal = json.as(Reversal.class);
        json.refuseProblems();
        EntryRow row = queries.find(reference).orElseThrow(() -> new NoSuchRecord(LedgerFeature.ENTRY, reference));
        if (row.needsASecond()) {
            reversals.ask(entry, reversal.reason(), reversal.on());
            return Response.accepted(one(reference)).build();
        }
        return made(ledger.reverse(entry, reversal.reason(), reversal.on()));
    }

    /** By a treasurer for a receipt, by an approver for the rest, who did not ask for it. */
    @POST
    @Path("/{reference}/reversal/confirmation")
    @RequestBodySchema(Reason.class)
    @APIResponseSchema(EntryJson.class)
    public Response confirmReversal(@PathParam("reference") String reference, @Nullable String body) {
        Reference entry = known(reference);
        answers(body);
        boolean receipt = EntryKind.valueOf(one(reference).kind()).needsConfirmation();
        return made(receipt ? reversals.confirmOfReceipt(entry) : reversals.confirm(entry));
    }

    @POST
    @Path("/{reference}/reversal/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Reason.class)
    public EntryJson declineReversal(@PathParam("reference") String reference, @Nullable String body) {
        Reference entry = known(reference);
        Body json = Body.of(body);
        Reason why = json.as(Reason.class);
        json.refuseProblems();
        reversals.decline(entry, why.reason());
        return one(reference);
    }

    /** Why an entry is taken back, and the day that counts. */
    public record Reversal(
            @Nullable String reason, @Nullable LocalDate on) {}

    /** Why something is done. */
    public record Reason(@Nullable String reason) {}

    /** Takes what the body says to questions that the step may raise; it may be empty. */
    private static void answers(@Nullable String body) {
        Body json = Body.of(body == null || body.isBlank() ? "{}" : body);
        json.ignore("reason");
        json.refuseProblems();
    }

    private Response made(Reference entry) {
        return Response.created(URI.create("contributions/entries/" + entry.value()))
                .entity(one(entry.value()))
                .build();
    }

    private static Reference known(String reference) {
        if (!Reference.isValid(reference)) {
            throw new NoSuchRecord(LedgerFeature.ENTRY, reference);
        }
        return new Reference(reference);
    }

    private @Nullable Long donor(@Nullable String reference) {
        return reference == null
                ? null
                : partners.find(reference)
                        .map(PartnerDetail::id)
                        .orElseThrow(() -> new InvalidParameter("donor", reference));
    }
}
