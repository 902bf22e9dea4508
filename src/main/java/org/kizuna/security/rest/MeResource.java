package org.kizuna.security.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Authentication;
import org.kizuna.security.Caller;
import org.kizuna.security.SignedIn;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /me}: what whoever asks does for themselves. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {

    private static final String BEARER = "Bearer";

    @Inject
    private AccountRegister accounts;

    @Inject
    private AccountQueries queries;

    /** Whoever asks, and what that person may do here. */
    @GET
    public MeJson me() {
        return new MeJson(Caller.name(), Caller.roles().stream().sorted().toList());
    }

    /** The password that holds, and the one that is to hold. */
    public record PasswordChange(
            @Nullable String current, @Nullable String password) {}

    /** Whoever asks. */
    public record MeJson(String username, List<String> roles) {}

    /** How the pages speak to whoever asks, and look; null is as the browser says. */
    @GET
    @Path("/preferences")
    public PreferencesJson preferences(@Context HttpServletRequest request) {
        SignedIn me = Authentication.signedIn(request).orElseThrow();
        return new PreferencesJson(me.language(), me.timeZone(), me.theme());
    }

    /** The same as it is to be. */
    @PUT
    @Path("/preferences")
    @RequestBodySchema(PreferencesJson.class)
    public void prefer(@Context HttpServletRequest request, @Nullable String body) {
        Body json = Body.of(body);
        PreferencesJson wanted = json.as(PreferencesJson.class);
        json.replaces(preferences(request));
        json.refuseProblems();
        accounts.prefer(wanted.language(), wanted.timeZone(), wanted.theme());
    }

    /**
     * How the pages are.
     *
     * @param language as BCP 47 has it
     * @param timeZone as the IANA Time Zone Database has it
     */
    public record PreferencesJson(
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String theme) {}

    /** Where whoever asks is signed in on the pages, the latest first. */
    @GET
    @Path("/sessions")
    public ListAnswer<SessionJson> sessions() {
        return new ListAnswer<>(
                queries.sessions(Caller.name(), null).stream()
                        .map(SessionJson::of)
                        .toList(),
                null);
    }

    @DELETE
    @Path("/sessions/{id}")
    public void endSession(@PathParam("id") String id) {
        accounts.endSession(Caller.name(), AccessIds.session(id));
    }

    /** What speaks for whoever asks, newest first, and what is over. */
    @GET
    @Path("/tokens")
    public ListAnswer<TokenJson> tokens() {
        return new ListAnswer<>(queries.ownTokens().stream().map(TokenJson::of).toList(), null);
    }

    /** Asked for with a password. The body has a {@code name} and {@code expiresOn}. The answer has the token, which is kept nowhere. */
    @POST
    @Path("/tokens")
    @WithSecret
    @RequestBodySchema(TokenData.class)
    @APIResponseSchema(IssuedJson.class)
    public Response issueToken(@HeaderParam("Authorization") @Nullable String shown, @Nullable String body) {
        if (shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new TokenIssuesNoToken();
        }
        Body json = Body.of(body);
        TokenData wanted = json.as(TokenData.class);
        json.refuseProblems();
        IssuedJson issued = new IssuedJson(accounts.issueToken(wanted.name(), wanted.expiresOn()));
        return Response.created(URI.create("me/tokens")).entity(issued).build();
    }

    /** What a token is for, and its last day. */
    public record TokenData(@Nullable String name, @Nullable LocalDate expiresOn) {}

    /** @param token to be sent as a bearer's */
    public record IssuedJson(String token) {}

    @DELETE
    @Path("/tokens/{id}")
    public void revokeToken(@PathParam("id") String id) {
        accounts.revokeToken(AccessIds.among(queries.ownTokens(), id));
    }

    /** The body has {@code current} and {@code password}. Every session of the account ends; its tokens go on. */
    @PUT
    @Path("/password")
    @RequestBodySchema(PasswordChange.class)
    public void changePassword(String body) {
        Body json = Body.of(body);
        PasswordChange change = json.as(PasswordChange.class);
        json.refuseProblems();
        accounts.changeOwnPassword(
                Objects.requireNonNullElse(change.current(), ""), Objects.requireNonNullElse(change.password(), ""));
    }
}
