package org.kizuna.security.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.feature.Links;
import org.kizuna.security.AccountData;
import org.kizuna.security.AccountDetail;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Roles;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.Body;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;
import org.kizuna.shared.rest.Versions;

/** {@code /accounts}: list, one, open, change, close; for administrators. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {

    @Inject
    private AccountQueries queries;

    @Inject
    private AccountRegister accounts;

    /** {@code conflicting=true} gives those whose roles do not go together. */
    @GET
    public ListAnswer<AccountJson.Item> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("conflicting") @Nullable String conflicting,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return ListAnswer.of(
                queries.list(
                        Parameters.given(text),
                        role(Parameters.given(role)),
                        Parameters.truth("conflicting", conflicting),
                        Parameters.page(sort, limit, after)),
                AccountJson.Item::of);
    }

    @GET
    @Path("/{username}")
    @APIResponseSchema(AccountJson.class)
    public Response one(@PathParam("username") String username) {
        return answer(Response.ok(), find(username));
    }

    /** The {@code password} is for once: whoever signs in with it changes it first. */
    @POST
    @WithSecret
    @RequestBodySchema(Opening.class)
    @APIResponseSchema(AccountJson.class)
    public Response open(@Nullable String body) {
        Body json = Body.of(body);
        Opening said = json.as(Opening.class, AccountJson.class);
        json.refuseProblems();
        AccountData data = data(
                said.username(), said.displayName(), said.email(), said.addressShared(), said.roles(), said.active());
        AccountDetail account = find(accounts.open(data, Objects.requireNonNullElse(said.password(), "")));
        String username = String.valueOf(account.data().username());
        return answer(
                Response.created(
                        URI.create("accounts/" + Links.encoded(username).replace("+", "%20"))),
                account);
    }

    /** Roles too; an account with which nobody is to sign in any more is not {@code active}. */
    @PUT
    @Path("/{username}")
    @RequestBodySchema(Said.class)
    @APIResponseSchema(AccountJson.class)
    public Response change(
            @PathParam("username") String username,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable String body) {
        AccountDetail before = find(username);
        long version = Versions.expected(ifMatch);
        Body json = Body.of(body);
        Said said = json.as(Said.class, AccountJson.class);
        json.same("username", before.data().username());
        json.replaces(AccountJson.of(before));
        json.refuseProblems();
        AccountData data = data(
                said.username(), said.displayName(), said.email(), said.addressShared(), said.roles(), said.active());
        accounts.change(username, version, data);
        return one(username);
    }

    /** For somebody who lost theirs: sessions and tokens end, and they change it at first use. */
    @PUT
    @Path("/{username}/password")
    @RequestBodySchema(Password.class)
    public void setPassword(@PathParam("username") String username, @Nullable String body) {
        find(username);
        Body json = Body.of(body);
        Password wanted = json.as(Password.class);
        json.refuseProblems();
        accounts.setPassword(username, Objects.requireNonNullElse(wanted.password(), ""));
    }

    /**
     * An account that is to be opened.
     *
     * @param active true where nothing is said
     */
    public record Opening(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String email,
            boolean addressShared,
            List<String> roles,
            @Nullable Boolean active,
            @Nullable String password) {}

    /** An account as it is to be; see {@link Opening}. */
    public record Said(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String email,
            boolean addressShared,
            List<String> roles,
            @Nullable Boolean active) {}

    /** A password for once. */
    public record Password(@Nullable String password) {}

    private static AccountData data(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String email,
            boolean addressShared,
            List<String> roles,
            @Nullable Boolean active) {
        return new AccountData(
                username, displayName, email, addressShared, new TreeSet<>(roles), active == null || active);
    }

    private static Response answer(Response.ResponseBuilder answer, AccountDetail account) {
        return answer.entity(AccountJson.of(account))
                .tag(Versions.tag(account.version()))
                .build();
    }

    private static @Nullable String role(@Nullable String role) {
        if (role != null && !Roles.ALL.contains(role)) {
            throw new InvalidParameter("role", role);
        }
        return role;
    }

    private AccountDetail find(String username) {
        return queries.find(username).orElseThrow(() -> new NoSuchRecord(SecurityFeature.ACCOUNT, username));
    }
}
