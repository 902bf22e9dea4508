package org.kizuna.security.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.rest.ListAnswer;

/** {@code /accounts/{username}/access}: where an account is signed in, and what speaks for it; for administrators. */
@Path("/accounts/{username}/access")
@Produces(MediaType.APPLICATION_JSON)
public class AccountAccessResource {

    @Inject
    private AccountQueries queries;

    @Inject
    private AccountRegister accounts;

    /** The latest first. */
    @GET
    @Path("/sessions")
    public ListAnswer<SessionJson> sessions(@PathParam("username") String username) {
        find(username);
        return new ListAnswer<>(
                queries.sessions(username, null).stream().map(SessionJson::of).toList(), null);
    }

    @DELETE
    @Path("/sessions/{id}")
    public void endSession(@PathParam("username") String username, @PathParam("id") String id) {
        find(username);
        accounts.endSession(username, AccessIds.session(id));
    }

    /** Newest first, and those that are over. */
    @GET
    @Path("/tokens")
    public ListAnswer<TokenJson> tokens(@PathParam("username") String username) {
        find(username);
        return new ListAnswer<>(
                queries.tokensOf(username).stream().map(TokenJson::of).toList(), null);
    }

    @DELETE
    @Path("/tokens/{id}")
    public void revokeToken(@PathParam("username") String username, @PathParam("id") String id) {
        find(username);
        accounts.revokeToken(AccessIds.among(queries.tokensOf(username), id));
    }

    private void find(String username) {
        if (queries.find(username).isEmpty()) {
            throw new NoSuchRecord(SecurityFeature.ACCOUNT, username);
        }
    }
}
