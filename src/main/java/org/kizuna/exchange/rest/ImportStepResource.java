package org.kizuna.exchange.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.ledger.LedgerRegister;
import org.kizuna.ledger.ReversalRegister;
import org.kizuna.shared.Channel;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.Versions;

/**
 * {@code /imports/{reference}/steps}: leaves rows out, enters, discards and takes back. Steps at which the import itself
 * moves on carry {@code If-Match}.
 */
@Path("/imports/{reference}/steps")
@Produces(MediaType.APPLICATION_JSON)
public class ImportStepResource {

    private static final String LEAVE_OUT = "leave-out";

    @Inject
    private ImportResource imports;

    @Inject
    private ImportRegister register;

    @Inject
    private LedgerRegister ledger;

    @Inject
    private ReversalRegister reversals;

    /** 202 where others have still to agree. The body has a {@code reason} where one is asked, and may be empty. */
    @POST
    @Path("/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(StepSaid.class)
    @APIResponseSchema(ImportJson.class)
    public Response take(
            @PathParam("reference") String reference,
            @PathParam("step") String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body,
            @Context HttpHeaders headers) {
        Reference batch = imports.find(reference).reference();
        Taking taking = steps().get(step);
        if (taking == null) {
            throw new NoSuchRecord("Step", step);
        }
        Body json = Body.of(body == null || body.isBlank() ? "{}" : body);
        StepSaid said = json.as(StepSaid.class);
        if (said.lines() != null && !step.equals(LEAVE_OUT)) {
            json.problem("lines", "unknownMember");
        }
        json.refuseProblems();
        boolean done =
                taking.take(new Asked(batch, ifMatch, said.reason(), said.lines(), ImportResource.language(headers)));
        return Response.fromResponse(imports.one(reference, headers))
                .status(done ? Response.Status.OK : Response.Status.ACCEPTED)
                .build();
    }

    /**
     * What a step asks.
     *
     * @param lines of the rows that are left out, as the preview gives those with errors
     */
    public record StepSaid(
            @Nullable String reason, @Nullable String lines) {}

    private Map<String, Taking> steps() {
        return Map.ofEntries(
                Map.entry(
                        LEAVE_OUT,
                        done(asked -> register.leaveOut(
                                asked.batch, asked.version(), asked.lines == null ? "" : asked.lines, asked.language))),
                Map.entry("enter", imported(done(asked -> register.enter(asked.batch, asked.version())))),
                Map.entry("discard", done(asked -> register.discard(asked.batch, asked.version()))),
                Map.entry(
                        "take-back", imported(asked -> register.takeBack(asked.batch, asked.version(), asked.reason))),
                Map.entry(
                        "agree-on-receipts", imported(asked -> register.agreeOnReceipts(asked.batch, asked.version()))),
                Map.entry("agree-on-refunds", imported(asked -> register.agreeOnRefunds(asked.batch, asked.version()))),
                Map.entry("decline", done(asked -> reversals.declineOfBatch(asked.batch.value(), asked.reason))),
                Map.entry("confirm", done(asked -> ledger.confirmBatch(asked.batch.value()))),
                Map.entry(
                        "enter-stated-refunds",
                        imported(done(asked -> ledger.enterStatedRefunds(asked.batch.value(), asked.reason)))));
    }

    /** What is entered or taken back came in with a file, whoever asked for it. */
    private static Taking imported(Taking taking) {
        return asked -> Channel.IMPORT.during(() -> taking.take(asked));
    }

    private static Taking done(Consumer<Asked> step) {
        return asked -> {
            step.accept(asked);
            return true;
        };
    }

    /** A step that somebody takes. */
    private interface Taking {

        /** @return whether it is done, and waits for nobody */
        boolean take(Asked asked);
    }

    /** @param lines of the rows that are left out */
    private record Asked(
            Reference batch,
            @Nullable String ifMatch,
            @Nullable String reason,
            @Nullable String lines,
            Locale language) {

        long version() {
            return Versions.expected(ifMatch);
        }
    }
}
