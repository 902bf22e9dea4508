package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.HistoryCriteria;
import org.kizuna.history.HistoryExport;
import org.kizuna.history.HistoryQueries;
import org.kizuna.history.HistoryScope;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Subject;
import org.kizuna.history.dossier.Dossier;
import org.kizuna.history.dossier.DossierJob;
import org.kizuna.history.dossier.DossierJobs;
import org.kizuna.history.dossier.DossierQuestion;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.paging.Page;
import org.kizuna.shared.rest.Download;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.table.Table;

/** {@code /history}: the journal, newest first, and its export. */
@Path("/history")
public class HistoryResource {

    @Inject
    private Download download;

    @Inject
    private HistoryQueries queries;

    @Inject
    private HistoryExport export;

    @Inject
    private Dossier dossier;

    @Inject
    private DossierJobs jobs;

    @Inject
    private RecordDirectory directory;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ListAnswer<ChangeJson> list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        HistoryCriteria criteria = new HistoryCriteria(
                record(Parameters.given(kind), "reference", Parameters.given(reference)),
                Parameters.given(actor),
                Parameters.given(action),
                Parameters.date("from", from),
                Parameters.date("to", to));
        Page<JournalEntry> page =
                queries.search(criteria, Parameters.given(after), Math.min(Parameters.limit(limit), 1000));
        return ListAnswer.of(page, ChangeJson::of);
    }

    @GET
    @Path("/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("format") @Nullable String format,
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        String wanted = Parameters.given(format) == null ? "csv" : String.valueOf(format);
        Table.Format tableFormat = Parameters.constant("format", wanted.toUpperCase(Locale.ROOT), Table.Format.class);
        RecordRef cooperation = asked(names("agreement", agreement, "partner", partner))
                .map(Asked::record)
                .orElse(null);
        HistoryScope scope = new HistoryScope(cooperation, Parameters.date("from", from), Parameters.date("to", to));
        Table.Format chosen = tableFormat == null ? Table.Format.CSV : tableFormat;
        if (download.isOfHeadAlone()) {
            return download.head(chosen.mediaType());
        }
        long upTo = export.begin(scope, chosen);
        StreamingOutput out = stream -> export.write(scope, chosen, upTo, stream);
        return Response.ok(out, chosen.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"kizuna-history-" + upTo + "." + chosen.extension() + "\"")
                .build();
    }

    /** One ZIP file, with the proofs that nobody bent what is in it; 202 where it takes long. */
    @GET
    @Path("/dossier")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response dossier(
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("donor") @Nullable String donor,
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("event") @Nullable String event,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("standingOn") @Nullable String standingOn,
            @QueryParam("knownOn") @Nullable String knownOn,
            @QueryParam("head") @Nullable String head)
            throws IOException {
        Optional<Asked> asked =
                asked(names("agreement", agreement, "event", event, "partner", partner, "donor", donor));
        RecordRef cooperation = asked.map(Asked::record).orElse(null);
        DossierQuestion question = new DossierQuestion(
                new HistoryScope(cooperation, Parameters.date("from", from), Parameters.date("to", to)),
                asked.filter(one -> one.subject().moneyAlone()).isPresent()
                        ? DossierQuestion.Part.MONEY
                        : DossierQuestion.Part.COOPERATION,
                cooperation == null ? null : name(cooperation),
                Parameters.date("knownOn", knownOn),
                Parameters.date("standingOn", standingOn),
                Parameters.given(head) == null ? null : ProofResource.number("head", head));
        if (download.isOfHeadAlone()) {
            return download.head("application/zip");
        }
        TreeHead sealed = dossier.begin(question);
        if (jobs.takesLong(question, sealed)) {
            DossierJob job = jobs.find(jobs.ask(question, sealed));
            return Response.accepted(DossierJobJson.of(job))
                    .type(MediaType.APPLICATION_JSON)
                    .location(URI.create(DossierJobJson.address(job)))
                    .build();
        }
        java.nio.file.Path made = dossier.make(question, sealed);
        StreamingOutput out = stream -> {
            try {
                Files.copy(made, stream);
            } finally {
                Files.delete(made);
            }
        };
        return Response.ok(out, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"kizuna-dossier-" + sealed.size() + ".zip\"")
                .build();
    }

    /** Names of parameters, each followed by what it was given. */
    private static Map<String, @Nullable String> names(@Nullable String... parametersAndValues) {
        Map<String, @Nullable String> names = new LinkedHashMap<>();
        for (int i = 0; i < parametersAndValues.length; i += 2) {
            names.put(String.valueOf(parametersAndValues[i]), Parameters.given(parametersAndValues[i + 1]));
        }
        return names;
    }

    /** What is asked around: one record or all. */
    private Optional<Asked> asked(Map<String, @Nullable String> names) {
        Asked asked = null;
        for (Subject subject : Subject.all()) {
            RecordRef record = record(subject.kind(), subject.parameter(), names.get(subject.parameter()));
            if (record != null && asked != null) {
                throw new InvalidParameter(subject.parameter(), String.valueOf(names.get(subject.parameter())));
            }
            asked = record == null ? asked : new Asked(subject, record);
        }
        return Optional.ofNullable(asked);
    }

    private record Asked(Subject subject, RecordRef record) {}

    private String name(RecordRef record) {
        SearchHit hit = directory.named(List.of(record)).get(record);
        return hit == null ? record.toString() : hit.reference() + " " + hit.title();
    }

    private @Nullable RecordRef record(@Nullable String kind, String parameter, @Nullable String reference) {
        return reference == null
                ? null
                : directory.find(kind, reference).orElseThrow(() -> new InvalidParameter(parameter, reference));
    }
}
