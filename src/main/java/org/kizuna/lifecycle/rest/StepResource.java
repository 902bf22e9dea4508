package org.kizuna.lifecycle.rest;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.Lifecycle;
import org.kizuna.lifecycle.PossibleSteps;
import org.kizuna.lifecycle.Step;
import org.kizuna.lifecycle.StepData;
import org.kizuna.security.Caller;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Reference;
import org.kizuna.shared.Words;
import org.kizuna.shared.rest.Versions;

/** {@code …/{reference}/steps} of a kind of record: which steps lead on, and taking one. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class StepResource {

    private final String kind;
    private final Lifecycle<?, ?> lifecycle;

    /** @param kind as {@link NoSuchRecord} names it */
    protected StepResource(String kind, Lifecycle<?, ?> lifecycle) {
        this.kind = kind;
        this.lifecycle = lifecycle;
    }

    /** Empty where there is no such record. */
    protected abstract Optional<PossibleSteps> steps(String reference);

    /** The register's methods by their names. */
    protected abstract Map<String, StepCall> calls();

    /** The record as its own resource answers it. */
    protected abstract Response record(String reference);

    @GET
    public StepsJson possible(@PathParam("reference") String reference, @Context HttpHeaders headers) {
        return steps(reference)
                .map(steps -> StepsJson.of(
                        steps,
                        Caller.roles()::contains,
                        Words.closest(headers.getAcceptableLanguages().get(0))))
                .orElseThrow(() -> new NoSuchRecord(kind, reference));
    }

    @POST
    @Path("/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(StepData.class)
    public Response take(
            @PathParam("reference") String reference,
            @PathParam("step") String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body) {
        record(reference);
        Step<?, ?> known = lifecycle.named(step).orElseThrow(() -> new NoSuchRecord("Step", step));
        long version = Versions.expected(ifMatch);
        StepData data = StepBody.read(body, known);
        Objects.requireNonNull(calls().get(known.method())).take(new Reference(reference), version, data);
        return record(reference);
    }
}
