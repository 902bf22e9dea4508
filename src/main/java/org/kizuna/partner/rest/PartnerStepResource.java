package org.kizuna.partner.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepData;
import org.kizuna.lifecycle.rest.StepBody;
import org.kizuna.lifecycle.rest.StepCall;
import org.kizuna.lifecycle.rest.StepsJson;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.partner.PartnerLifecycle;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.PartnerRegister;
import org.kizuna.security.Caller;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Words;
import org.kizuna.shared.rest.Versions;

/** {@code /partners/{reference}/steps}: which steps lead on, and taking one. */
@Path("/partners/{reference}/steps")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerStepResource {

    @Inject
    private PartnerQueries queries;

    @Inject
    private PartnerRegister register;

    @Inject
    private PartnerResource records;

    @GET
    public StepsJson possible(@PathParam("reference") String reference, @Context HttpHeaders headers) {
        return queries.possibleSteps(reference)
                .map(steps -> StepsJson.of(
                        steps,
                        Caller.roles()::contains,
                        Words.closest(headers.getAcceptableLanguages().get(0))))
                .orElseThrow(() -> new NoSuchRecord(PartnerFeature.PARTNER, reference));
    }

    @POST
    @Path("/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(
            @PathParam("reference") String reference,
            @PathParam("step") String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body) {
        records.one(reference);
        var known = PartnerLifecycle.STEPS.named(step).orElseThrow(() -> new NoSuchRecord("Step", step));
        long version = Versions.expected(ifMatch);
        StepData data = StepBody.read(body, known);
        Objects.requireNonNull(calls().get(known.method())).take(new Reference(reference), version, data);
        return records.one(reference);
    }

    private Map<String, StepCall> calls() {
        return Map.ofEntries(
                Map.entry("beginDueDiligence", register::beginDueDiligence),
                Map.entry("approve", register::approve),
                Map.entry("reopen", register::reopen),
                Map.entry("suspend", register::suspend),
                Map.entry("block", register::block),
                Map.entry("liftBlock", register::liftBlock),
                Map.entry("retire", register::retire));
    }
}
