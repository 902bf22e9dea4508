package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.report.AuditQuestion;
import org.kizuna.history.report.AuditReport;
import org.kizuna.history.report.AuditReports;
import org.kizuna.history.report.Closing;
import org.kizuna.history.report.Findings;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Words;
import org.kizuna.shared.rest.Download;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.table.Table;

/** {@code /history/reports}: what auditors write findings on. */
@Path("/history/reports")
public class ReportResource {

    private static final int MOST = 1000;

    @Inject
    private Download download;

    @Inject
    private AuditReports reports;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ListAnswer<ReportJson> list() {
        return new ListAnswer<>(reports.all().stream().map(ReportJson::of).toList(), null);
    }

    /** As JSON in pages, or whole as a table. */
    @GET
    @Path("/{name}")
    @Produces(MediaType.WILDCARD)
    @APIResponseSchema(FindingsJson.class)
    public Response report(
            @PathParam("name") String name,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable String days,
            @QueryParam("closing") @Nullable String closing,
            @QueryParam("format") @Nullable String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        AuditReport report = reports.find(name).orElseThrow(() -> new NoSuchRecord("AuditReport", name));
        Closing chosen = Parameters.constant("closing", Parameters.given(closing), Closing.class);
        AuditQuestion question = new AuditQuestion(
                Parameters.date("from", from),
                Parameters.date("to", to),
                days(Parameters.given(days)),
                chosen == null ? Closing.YEAR : chosen);
        Table.Format table = table(format);
        if (table == null) {
            int most = Math.min(Parameters.limit(limit), MOST);
            Findings findings = reports.read(report, question, Parameters.given(after), most);
            return Response.ok(FindingsJson.of(report, findings), MediaType.APPLICATION_JSON)
                    .build();
        }
        if (download.isOfHeadAlone()) {
            return download.head(table.mediaType());
        }
        reports.begin(report, question, table);
        StreamingOutput out = stream -> reports.write(report, question, table, stream);
        return file(out, report.name(), table);
    }

    /** The format of a table, or null for JSON. */
    static Table.@Nullable Format table(@Nullable String format) {
        String wanted = Parameters.given(format);
        return wanted == null || wanted.equals("json")
                ? null
                : Parameters.constant("format", wanted.toUpperCase(Locale.ROOT), Table.Format.class);
    }

    static Response file(StreamingOutput out, String name, Table.Format format) {
        return Response.ok(out, format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"kizuna-" + name + "." + format.extension() + "\"")
                .build();
    }

    private static int days(@Nullable String days) {
        if (days == null) {
            return AuditQuestion.USUAL_DAYS;
        }
        if (!days.matches("\\d{1,5}")) {
            throw new InvalidParameter("days", days);
        }
        return Integer.parseInt(days);
    }

    /** @param what one sentence */
    public record ReportJson(String name, String title, String what, List<String> columns) {

        static ReportJson of(AuditReport report) {
            return new ReportJson(
                    report.name(),
                    Words.text(Locale.ENGLISH, "report." + report.name()),
                    Words.text(Locale.ENGLISH, "report." + report.name() + ".what"),
                    report.columns());
        }
    }

    /**
     * @param next what to pass as {@code after} to look on, or null at the end
     * @param searchedTo how far back was looked, where that ended before the rows were as many as asked for
     */
    public record FindingsJson(
            String report,
            List<Map<String, @Nullable String>> items,
            @Nullable String next,
            @Nullable String searchedTo) {

        static FindingsJson of(AuditReport report, Findings findings) {
            Instant searchedTo = findings.searchedTo();
            return new FindingsJson(
                    report.name(),
                    findings.rows().stream()
                            .map(row -> item(report.columns(), row))
                            .toList(),
                    findings.next(),
                    searchedTo == null ? null : searchedTo.toString());
        }

        private static Map<String, @Nullable String> item(List<String> columns, List<@Nullable String> cells) {
            Map<String, @Nullable String> item = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                item.put(columns.get(i), cells.get(i));
            }
            return item;
        }
    }
}
