package org.kizuna.exchange.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.ColumnMatch;
import org.kizuna.exchange.Finding;
import org.kizuna.exchange.ImportColumns;
import org.kizuna.exchange.ImportQueries;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.exchange.ImportRow;
import org.kizuna.exchange.Reading;
import org.kizuna.exchange.StatementColumn;
import org.kizuna.search.KnownName;
import org.kizuna.shared.AmountText;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.Versions;

/** {@code /imports/{reference}/reading}: how a file is to be read. */
@Path("/imports/{reference}/reading")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportReadingResource {

    @Inject
    private ImportResource imports;

    @Inject
    private ImportQueries queries;

    @Inject
    private ImportRegister register;

    /**
     * Says which of the file's {@code heads} are which of our {@code columns}, what {@code category} all rows are of where
     * none tells it, and what stands in which column of rows that are ours.
     */
    @PUT
    @Path("/columns")
    @RequestBodySchema(Match.class)
    @APIResponseSchema(ImportJson.class)
    public Response match(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body,
            @Context HttpHeaders headers) {
        ImportRow batch = imports.find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        int sheet = sheet(json, queries.sheets(batch).size());
        Collection<String> heads = queries.heads(batch, sheet).keySet();
        Map<StatementColumn, String> columns = new EnumMap<>(StatementColumn.class);
        for (StatementColumn column : StatementColumn.values()) {
            columns.put(column, "");
        }
        json.list("columns", row -> {
            StatementColumn column = row.constant("column", StatementColumn.class);
            String head = head(row, "head", heads);
            if (column != null && head != null) {
                columns.put(column, head);
            }
            return row;
        });
        ColumnMatch match = new ColumnMatch(
                sheet, columns, category(json), head(json, "filterColumn", heads), json.text("filterValue"));
        json.refuseProblems();
        register.read(batch.reference(), version, match.reading());
        return imports.one(reference, headers);
    }

    /**
     * Says of the names that are {@code likely} whether they stand for what they may stand for: each with the
     * {@code answer} it was shown with, or null. {@code style} says which sign stands before the decimals.
     */
    @PUT
    @Path("/answers")
    @RequestBodySchema(Answers.class)
    @APIResponseSchema(ImportJson.class)
    public Response answer(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body,
            @Context HttpHeaders headers) {
        ImportRow batch = imports.find(reference);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        Map<String, Finding> likely = queries.preview(batch).likely();
        Map<String, String> said = new HashMap<>();
        json.list("donors", row -> {
            String name = oneOf(row, "name", likely.keySet());
            Finding finding = name == null ? null : likely.get(name);
            List<String> answers = finding == null
                    ? List.of()
                    : List.of(finding.arguments().get(1).toString());
            String answer = oneOf(row, "answer", answers);
            if (name != null) {
                said.put(KnownName.form(name), answer == null ? "" : answer);
            }
            return row;
        });
        AmountText.Style style = json.constant("style", AmountText.Style.class);
        json.refuseProblems();
        Reading reading = queries.reading(batch);
        register.read(
                batch.reference(), version, reading.knowing(said).styled(style == null ? reading.style() : style));
        return imports.one(reference, headers);
    }

    /** Which of a file's heads are which columns; see {@link #match}. */
    public record Match(
            @Nullable Integer sheet,
            List<ColumnHead> columns,
            @Nullable String category,
            @Nullable String filterColumn,
            @Nullable String filterValue) {}

    /** A column and what the file calls it. */
    public record ColumnHead(
            @Nullable StatementColumn column, @Nullable String head) {}

    /** What is answered; see {@link #answer}. */
    public record Answers(List<DonorAnswer> donors, AmountText.@Nullable Style style) {}

    /** Whether a name stands for what it may stand for. */
    public record DonorAnswer(
            @Nullable String name, @Nullable String answer) {}

    private static int sheet(Body json, int sheets) {
        Integer sheet = json.whole("sheet");
        if (sheet != null && (sheet < 0 || sheet >= Math.max(1, sheets))) {
            json.problem("sheet", "notOneOf", sheet, "0–" + (Math.max(1, sheets) - 1));
            return 0;
        }
        return sheet == null ? 0 : sheet;
    }

    private static @Nullable String category(Body json) {
        return oneOf(json, "category", ImportColumns.categories());
    }

    /** The form of a head that the file has. */
    private static @Nullable String head(Body json, String member, Collection<String> heads) {
        String head = json.text(member);
        if (head == null) {
            return null;
        }
        String form = ImportColumns.form(head);
        if (!heads.contains(form)) {
            json.problem(member, "notOneOf", head, String.join(", ", heads));
        }
        return form;
    }

    private static @Nullable String oneOf(Body json, String member, Collection<String> allowed) {
        String text = json.text(member);
        if (text != null && !allowed.contains(text)) {
            json.problem(member, "notOneOf", text, String.join(", ", allowed));
            return null;
        }
        return text;
    }
}
