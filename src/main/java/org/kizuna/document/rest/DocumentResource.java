package org.kizuna.document.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.DocumentAltered;
import org.kizuna.document.DocumentAnswer;
import org.kizuna.document.DocumentDelivery;
import org.kizuna.document.DocumentFeature;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRegister;
import org.kizuna.document.DocumentRow;
import org.kizuna.feature.Links;
import org.kizuna.search.RecordDirectory;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.Download;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Upload;
import org.kizuna.shared.rest.Versions;

/** {@code /documents}: files attached to records of any kind. */
@Path("/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentResource {

    @Inject
    private DocumentQueries queries;

    @Inject
    private DocumentRegister register;

    @Inject
    private DocumentDelivery delivery;

    @Inject
    private RecordDirectory directory;

    @Inject
    private Download download;

    @Inject
    private Upload upload;

    /** Those of one record, newest first, and those that were withdrawn. */
    @GET
    public ListAnswer<DocumentJson> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        RecordRef record = record(kind, reference);
        return ListAnswer.of(
                queries.page(record, Parameters.page(null, limit, after)),
                row -> DocumentJson.of(row, String.valueOf(reference)));
    }

    /** Attaches the file that is the body, as it is; left out, the title is the file's name. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(DocumentJson.class)
    public Response attach(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("title") @Nullable String title) {
        RecordRef record = record(kind, reference);
        long id = register.attach(record, Parameters.given(title), new SentBody(fileName, upload));
        return Response.fromResponse(one(Long.toString(id)))
                .status(Response.Status.CREATED)
                .location(URI.create("documents/" + id))
                .build();
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(DocumentJson.class)
    public Response one(@PathParam("id") String id) {
        DocumentRow row = find(id);
        String reference =
                queries.label(row.record()).orElseThrow(() -> new NoSuchRecord(DocumentFeature.DOCUMENT, id));
        return Response.ok(DocumentJson.of(row, reference))
                .tag(Versions.tag(row.version()))
                .build();
    }

    /** What it holds, whole or from where it broke off; 410 where it was withdrawn. */
    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(
            @PathParam("id") String id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String known)
            throws IOException {
        DocumentRow row = find(id);
        if (row.withdrawn()) {
            throw new ClientErrorException(Response.Status.GONE);
        }
        DocumentAnswer answer = download.isOfHeadAlone() ? delivery.head(row) : delivery.answer(row, range, known);
        if (answer.isAltered()) {
            throw new DocumentAltered();
        }
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        DocumentAnswer.Content content = answer.content();
        if (content != null) {
            StreamingOutput out = content::writeTo;
            response.entity(out);
        }
        return response.build();
    }

    /** Takes it from everybody, with the {@code reason} why; it is kept, and its hash proves what it was. */
    @POST
    @Path("/{id}/steps/withdraw")
    @RequestBodySchema(Withdrawal.class)
    @APIResponseSchema(DocumentJson.class)
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable String body) {
        DocumentRow row = find(id);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        Withdrawal withdrawal = json.as(Withdrawal.class);
        json.refuseProblems();
        register.withdraw(row.id(), version, withdrawal.reason());
        return one(id);
    }

    /** Why it is given to nobody any more. */
    public record Withdrawal(@Nullable String reason) {}

    private RecordRef record(@Nullable String kind, @Nullable String reference) {
        String named = Parameters.given(kind);
        String called = Parameters.given(reference);
        // only what has a page has files
        if (named == null || Links.to(named, "") == null) {
            throw new InvalidParameter("kind", String.valueOf(named));
        }
        if (called == null) {
            throw new InvalidParameter("reference", "");
        }
        return directory.find(named, called).orElseThrow(() -> new NoSuchRecord(named, called));
    }

    private DocumentRow find(String id) {
        return (id.matches("\\d{1,18}") ? queries.find(Long.parseLong(id)) : Optional.<DocumentRow>empty())
                .orElseThrow(() -> new NoSuchRecord(DocumentFeature.DOCUMENT, id));
    }
}
