package org.kizuna.security.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Caller;
import org.kizuna.shared.rest.Body;

/** {@code /me}: what whoever asks does for themselves. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private AccountRegister accounts;

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
