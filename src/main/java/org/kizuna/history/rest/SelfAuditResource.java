package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.audit.AuditRun;
import org.kizuna.history.audit.Finding;
import org.kizuna.history.audit.SelfAuditQueries;
import org.kizuna.history.audit.SelfAuditRegister;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /history/audits}: the register's looks at itself. */
@Path("/history/audits")
@Produces(MediaType.APPLICATION_JSON)
public class SelfAuditResource {

    private static final int NEWEST = 100;

    @Inject
    private SelfAuditQueries queries;

    @Inject
    private SelfAuditRegister register;

    /** Newest first. */
    @GET
    public ListAnswer<AuditJson> list() {
        return new ListAnswer<>(
                queries.runs(NEWEST).stream()
                        .map(run -> AuditJson.of(run, null))
                        .toList(),
                null);
    }

    /** How far it is, and the first thousand of what it found. */
    @GET
    @Path("/{id: [0-9]{1,18}}")
    public AuditJson one(@PathParam("id") long id) {
        return AuditJson.of(queries.run(id), queries.findings(id));
    }

    /** Begins one; it goes on while the caller asks how far it is. */
    @POST
    @APIResponseSchema(value = AuditJson.class, responseCode = "202")
    public Response begin(@Context UriInfo here) {
        long id = register.begin();
        return Response.accepted(AuditJson.of(queries.run(id), null))
                .location(here.getAbsolutePathBuilder().path(Long.toString(id)).build())
                .build();
    }

    /**
     * @param running whether it goes on
     * @param changeSets looked at
     * @param records looked at
     * @param findingCount how many there are
     */
    public record AuditJson(
            long id,
            String askedBy,
            String beganAt,
            @Nullable String endedAt,
            boolean running,
            long changeSets,
            long records,
            long findingCount,
            @Nullable String failure,
            @Nullable List<Finding> findings) {

        static AuditJson of(AuditRun run, @Nullable List<Finding> findings) {
            @Nullable Instant endedAt = run.endedAt();
            return new AuditJson(
                    run.id(),
                    run.askedBy(),
                    run.beganAt().toString(),
                    endedAt == null ? null : endedAt.toString(),
                    run.isRunning(),
                    run.changeSets(),
                    run.records(),
                    run.findings(),
                    run.failure(),
                    findings);
        }
    }
}
