package org.kizuna.security.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import org.jspecify.annotations.Nullable;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.shared.Words;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Lets somebody in and on to where they wanted to go. */
@Named
@RequestScoped
public class SignInView {

    @Inject
    private SecurityContext security;

    @Inject
    private CurrentUser you;

    @Inject
    @Param(name = "next")
    private @Nullable String wanted;

    private @Nullable String next;
    private @Nullable String username;
    private @Nullable String password;

    public void enter() {
        if (username != null && password != null) {
            AuthenticationStatus status = security.authenticate(
                    Faces.getRequest(),
                    Faces.getResponse(),
                    AuthenticationParameters.withParams()
                            .credential(new UsernamePasswordCredential(username.strip(), password)));
            if (status == AuthenticationStatus.SUCCESS) {
                Faces.redirect(next != null && isOwn(next) ? next : "/");
                return;
            }
        }
        String words = Words.text(you.getLocale(), "signIn.failed");
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
    }

    /** An address of this server, and none that only looks so. */
    private static boolean isOwn(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.contains("\\")
                && !address.contains(":");
    }

    public @Nullable String getNext() {
        return next == null ? wanted : next;
    }

    public void setNext(@Nullable String address) {
        next = address;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String name) {
        username = name;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String text) {
        password = text;
    }
}
