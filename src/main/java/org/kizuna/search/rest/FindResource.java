package org.kizuna.search.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.search.RecordDirectory;
import org.kizuna.search.SearchHit;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;

/** {@code /search}: records of any kind by what they say of themselves, the best first. */
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
public class FindResource {

    private static final int MOST = 50;

    @Inject
    private RecordDirectory directory;

    /** At most 50; there is no next page. */
    @GET
    public ListAnswer<Hit> find(@QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable String limit) {
        int most = limit == null ? MOST : Parameters.limit(limit);
        if (most > MOST) {
            throw new InvalidParameter("limit", String.valueOf(limit));
        }
        return new ListAnswer<>(
                directory.search(Parameters.given(text), null, most).stream()
                        .map(Hit::of)
                        .toList(),
                null);
    }

    /**
     * A record that was found.
     *
     * @param kind name of its kind, as the journal calls it
     * @param self address at which it is answered; null for kinds that have none
     */
    public record Hit(
            String kind,
            String reference,
            String title,
            String context,
            @Nullable String self) {

        static Hit of(SearchHit hit) {
            return new Hit(
                    hit.kind(), hit.reference(), hit.title(), hit.context(), Links.rest(hit.kind(), hit.reference()));
        }
    }
}
