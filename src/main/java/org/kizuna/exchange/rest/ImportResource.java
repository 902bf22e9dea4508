package org.kizuna.exchange.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.rest.SentBody;
import org.kizuna.exchange.ExchangeFeature;
import org.kizuna.exchange.Finding;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.exchange.ImportStatus;
import org.kizuna.exchange.Preview;
import org.kizuna.exchange.StatementRow;
import org.kizuna.ledger.EntryQueries;
import org.kizuna.shared.Channel;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Words;
import org.kizuna.shared.paging.InvalidCursor;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Upload;
import org.kizuna.shared.rest.Versions;

/** {@code /imports}: files of rows, what entering one would do, and its rows with what is wrong with them. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    private ImportQueries queries;

    @Inject
    private ImportRegister register;

    @Inject
    private EntryQueries entries;

    @Inject
    private Upload upload;

    /** Newest first. */
    @GET
    public ListAnswer<ImportItemJson> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        return ListAnswer.of(queries.list(Parameters.page(null, limit, after)), ImportItemJson::of);
    }

    /** Brings the file that is the body, as it is, to be looked at before it is entered. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(ImportJson.class)
    public Response bring(
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("source") @Nullable String source,
            @Context HttpHeaders headers) {
        SentBody file = new SentBody(fileName, upload);
        String reference = Channel.IMPORT
                .during(() -> register.bring(Parameters.given(source), file))
                .value();
        return Response.fromResponse(one(reference, headers))
                .status(Response.Status.CREATED)
                .location(URI.create("imports/" + reference))
                .build();
    }

    @GET
    @Path("/{reference}")
    @APIResponseSchema(ImportJson.class)
    public Response one(@PathParam("reference") String reference, @Context HttpHeaders headers) {
        ImportRow batch = find(reference);
        PreviewJson preview = batch.status() == ImportStatus.PREVIEW
                ? PreviewJson.of(queries.preview(batch), queries.sheets(batch), language(headers))
                : null;
        ImportJson answer = new ImportJson(
                ImportItemJson.of(batch),
                preview,
                entries.askedReversal(reference).stream()
                        .map(ImportJson.AskedJson::of)
                        .toList(),
                entries.statedRefunds().getOrDefault(reference, 0));
        return Response.ok(answer).tag(Versions.tag(batch.version())).build();
    }

    /**
     * In the order of the file; with {@code severity} those alone of which something so grave is to be known. Once it is
     * entered there are none.
     */
    @GET
    @Path("/{reference}/rows")
    public ListAnswer<ImportRowJson> rows(
            @PathParam("reference") String reference,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @Context HttpHeaders headers) {
        ImportRow batch = find(reference);
        Finding.Severity least = Parameters.constant("severity", severity, Finding.Severity.class);
        int most = Math.min(Parameters.limit(limit), PageRequest.MAXIMUM_LIMIT);
        long line = line(Parameters.given(after));
        if (batch.status() != ImportStatus.PREVIEW) {
            return new ListAnswer<>(List.of(), null);
        }
        Preview preview = queries.preview(batch);
        List<StatementRow> found = preview.rows().stream()
                .filter(row -> row.line() > line)
                .filter(row -> isShown(least, row))
                .limit(most + 1L)
                .toList();
        List<StatementRow> page = found.subList(0, Math.min(most, found.size()));
        Locale language = language(headers);
        return new ListAnswer<>(
                page.stream().map(row -> ImportRowJson.of(row, language)).toList(),
                found.size() > most ? Long.toString(page.get(most - 1).line()) : null);
    }

    /** Whether something is to be known of the row that is at least so grave. */
    private static boolean isShown(Finding.@Nullable Severity severity, StatementRow row) {
        return severity == null
                || row.findings().stream()
                        .anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }

    private static long line(@Nullable String after) {
        if (after != null && !after.matches("\\d{1,9}")) {
            throw new InvalidCursor();
        }
        return after == null ? 0 : Long.parseLong(after);
    }

    static Locale language(HttpHeaders headers) {
        return Words.closest(headers.getAcceptableLanguages().get(0));
    }

    ImportRow find(String reference) {
        return queries.find(reference).orElseThrow(() -> new NoSuchRecord(ExchangeFeature.IMPORT, reference));
    }
}
