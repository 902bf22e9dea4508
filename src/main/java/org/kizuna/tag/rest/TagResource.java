package org.kizuna.tag.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.search.RecordDirectory;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.RecordRef;
import org.kizuna.shared.Words;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.Versions;
import org.kizuna.tag.TagQueries;
import org.kizuna.tag.TagRegister;
import org.kizuna.tag.TagsData;
import org.kizuna.tag.TagsDetail;

/** {@code …/{reference}/tags} of a kind of record. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class TagResource {

    @Inject
    private TagQueries queries;

    @Inject
    private TagRegister register;

    @Inject
    private RecordDirectory directory;

    private final String kind;

    /** @param kind as the journal calls it */
    protected TagResource(String kind) {
        this.kind = kind;
    }

    @GET
    @APIResponseSchema(TagsJson.class)
    public Response tags(@PathParam("reference") String reference, @Context HttpHeaders headers) {
        TagsJson tags = read(reference, headers);
        return Response.ok(tags).tag(Versions.tag(tags.version())).build();
    }

    /** Takes the place of all that were there. */
    @PUT
    @RequestBodySchema(TagsData.class)
    @APIResponseSchema(TagsJson.class)
    public Response change(
            @PathParam("reference") String reference,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @Nullable String body) {
        TagsJson before = read(reference, headers);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        TagsData data = json.as(TagsData.class, TagsJson.class);
        json.replaces(before);
        json.refuseProblems();
        register.change(find(reference), version, data);
        return tags(reference, headers);
    }

    private TagsJson read(String reference, HttpHeaders headers) {
        RecordRef record = find(reference);
        TagsDetail detail = queries.of(record);
        return TagsJson.of(
                record,
                reference,
                detail,
                Words.closest(headers.getAcceptableLanguages().get(0)));
    }

    private RecordRef find(String reference) {
        return directory.find(kind, reference).orElseThrow(() -> new NoSuchRecord(kind, reference));
    }
}
