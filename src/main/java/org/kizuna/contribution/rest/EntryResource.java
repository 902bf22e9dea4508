package org.kizuna.contribution.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.EntryCriteria;
import org.kizuna.contribution.EntryKind;
import org.kizuna.contribution.EntryQueries;
import org.kizuna.contribution.Instrument;
import org.kizuna.contribution.Measure;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerQueries;
import org.kizuna.partner.Sector;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;

/** {@code /contributions/entries}: the ledger. */
@Path("/contributions/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {

    @Inject
    private EntryQueries queries;

    @Inject
    private PartnerQueries partners;

    @GET
    public ListAnswer<EntryJson> list(
            @QueryParam("donor") @Nullable String donor,
            @QueryParam("instrument") @Nullable String instrument,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("country") @Nullable String country,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("batch") @Nullable String batch,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        EntryCriteria criteria = new EntryCriteria(
                donor(Parameters.given(donor)),
                null,
                null,
                Parameters.constant("sector", sector, Sector.class),
                Parameters.country("country", country),
                Parameters.constant("instrument", instrument, Instrument.class),
                Parameters.constant("measure", measure, Measure.class),
                Parameters.constant("kind", kind, EntryKind.class),
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.given(batch),
                false);
        return ListAnswer.of(queries.list(criteria, Parameters.page(sort, limit, after)), EntryJson::of);
    }

    @GET
    @Path("/{reference}")
    public EntryJson one(@PathParam("reference") String reference) {
        return queries.find(reference).map(EntryJson::of).orElseThrow(() -> new NoSuchRecord("LedgerEntry", reference));
    }

    private @Nullable Long donor(@Nullable String reference) {
        return reference == null
                ? null
                : partners.find(reference)
                        .map(PartnerDetail::id)
                        .orElseThrow(() -> new InvalidParameter("donor", reference));
    }
}
