package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.JournalScan;
import org.kizuna.history.report.JournalSearch;
import org.kizuna.history.report.SearchCriteria;
import org.kizuna.shared.Channel;
import org.kizuna.shared.rest.Download;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.table.Table;

/** {@code /history/search}: the journal by who, what, where and which value. */
@Path("/history/search")
public class SearchResource {

    private static final int MOST = 1000;

    @Inject
    private Download download;

    @Inject
    private JournalSearch search;

    /** As JSON in pages, or whole as a table. */
    @GET
    @Produces(MediaType.WILDCARD)
    @APIResponseSchema(FoundJson.class)
    public Response search(
            @BeanParam Question question,
            @QueryParam("format") @Nullable String format,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        SearchCriteria criteria = question.criteria();
        Table.Format table = ReportResource.table(format);
        if (table != null && download.isOfHeadAlone()) {
            return download.head(table.mediaType());
        }
        if (table != null) {
            search.begin(criteria, table);
            StreamingOutput out = stream -> search.write(criteria, table, stream);
            return ReportResource.file(out, "search", table);
        }
        JournalScan.Found found =
                search.find(criteria, Parameters.given(after), Math.min(Parameters.limit(limit), MOST));
        Instant searchedTo = found.searchedTo();
        FoundJson answer = new FoundJson(
                found.entries().stream().map(ChangeJson::of).toList(),
                found.next(),
                searchedTo == null ? null : searchedTo.toString());
        return Response.ok(answer, MediaType.APPLICATION_JSON).build();
    }

    /** What the address asks for. */
    @SuppressWarnings("NullAway.Init") // filled by the container
    public static class Question {

        @QueryParam("actor")
        private @Nullable String actor;

        @QueryParam("role")
        private @Nullable String role;

        @QueryParam("action")
        private @Nullable String action;

        @QueryParam("channel")
        private @Nullable String channel;

        @QueryParam("kind")
        private @Nullable String kind;

        @QueryParam("reference")
        private @Nullable String reference;

        @QueryParam("field")
        private @Nullable String field;

        @QueryParam("value")
        private @Nullable String value;

        @QueryParam("from")
        private @Nullable String from;

        @QueryParam("to")
        private @Nullable String to;

        SearchCriteria criteria() {
            Channel door = Parameters.constant("channel", channel, Channel.class);
            return new SearchCriteria(
                    Parameters.given(actor),
                    Parameters.given(role),
                    Parameters.given(action),
                    door == null ? null : door.name(),
                    Parameters.given(kind),
                    Parameters.given(reference),
                    Parameters.given(field),
                    Parameters.given(value),
                    Parameters.date("from", from),
                    Parameters.date("to", to));
        }
    }

    /**
     * @param next what to pass as {@code after} to look on, or null at the end
     * @param searchedTo how far back was looked, where that ended before the rows were as many as asked for
     */
    public record FoundJson(
            List<ChangeJson> items,
            @Nullable String next,
            @Nullable String searchedTo) {}
}
