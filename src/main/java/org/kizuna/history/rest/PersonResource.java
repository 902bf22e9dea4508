package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.NamedPerson;
import org.kizuna.history.PersonQueries;
import org.kizuna.history.PersonRegister;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /history/persons}: what is kept of persons, and its erasure. */
@Path("/history/persons")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    private static final int MOST = 1000;

    @Inject
    private PersonQueries queries;

    @Inject
    private PersonRegister register;

    /** The first thousand of whom something has these letters in it. */
    @GET
    public ListAnswer<FoundJson> find(@QueryParam("q") @Nullable String letters) {
        return new ListAnswer<>(
                queries.find(letters, MOST).stream().map(FoundJson::of).toList(), null);
    }

    /** Newest first. */
    @GET
    @Path("/erasures")
    public ListAnswer<ErasureJson> erasures() {
        return new ListAnswer<>(
                queries.erasures(MOST).stream().map(ErasureJson::of).toList(), null);
    }

    /** Erases for good. */
    @POST
    @Path("/erasures")
    public ErasedJson erase(String body) {
        Body json = Body.of(body);
        List<NamedPerson> persons = json.list("persons", PersonResource::person);
        String reason = json.text("reason");
        json.refuseProblems();
        return new ErasedJson(register.erase(persons, reason));
    }

    private static NamedPerson person(Body json) {
        json.ignore("values");
        Integer id = json.whole("id");
        return new NamedPerson(
                Objects.requireNonNullElse(json.text("kind"), ""),
                id == null ? 0 : id,
                Objects.requireNonNullElse(json.text("person"), ""));
    }

    /**
     * @param kind name of the entity whose record names the person
     * @param values how many different things are kept of them there
     */
    public record FoundJson(String kind, long id, String person, int values) {

        static FoundJson of(PersonQueries.Found found) {
            return new FoundJson(
                    found.person().kind(), found.person().id(), found.person().person(), found.values());
        }
    }

    /** @param changeSet number of the note that says so */
    public record ErasureJson(long changeSet, String erasedAt, String actor, String reason, int values) {

        static ErasureJson of(PersonQueries.Erasure erasure) {
            return new ErasureJson(
                    erasure.changeSet(),
                    erasure.erasedAt().toString(),
                    erasure.actor(),
                    erasure.reason(),
                    erasure.values());
        }
    }

    /** @param values how many were erased */
    public record ErasedJson(int values) {}
}
