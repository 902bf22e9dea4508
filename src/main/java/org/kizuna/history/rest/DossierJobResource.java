package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kizuna.history.dossier.DossierJob;
import org.kizuna.history.dossier.DossierJobs;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Download;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /history/dossier-jobs}: dossiers that are made in the background. */
@Path("/history/dossier-jobs")
public class DossierJobResource {

    private static final int MOST = 100;

    @Inject
    private Download download;

    @Inject
    private DossierJobs jobs;

    /** Those asked for last, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ListAnswer<DossierJobJson> list() {
        return new ListAnswer<>(
                jobs.newest(MOST).stream().map(DossierJobJson::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public DossierJobJson job(@PathParam("id") String id) {
        return DossierJobJson.of(jobs.find(id));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(@PathParam("id") String id) {
        DossierJob job = jobs.find(id);
        if (job.expired()) {
            throw new ClientErrorException(Response.Status.GONE);
        }
        if (!job.ready()) {
            throw new NoSuchRecord("DossierJob", id);
        }
        if (download.isOfHeadAlone()) {
            return download.head("application/zip");
        }
        jobs.take(id);
        StreamingOutput out = stream -> jobs.copy(id, stream);
        return Response.ok(out, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"kizuna-dossier-" + job.size() + ".zip\"")
                .build();
    }
}
