package org.kizuna.security.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.page.web.Told;
import org.kizuna.security.AccountQueries;
import org.kizuna.security.AccountRegister;
import org.kizuna.security.Authentication;
import org.kizuna.security.SessionRow;
import org.kizuna.security.SignedIn;
import org.kizuna.security.TokenRow;
import org.kizuna.shared.Time;
import org.omnifaces.util.Faces;

/** One's own account: language, zone, theme, password, tokens. */
@Named
@ViewScoped
public class ProfileView implements Serializable {

    private static final String ISSUED = "issued";

    @Inject
    private transient AccountRegister accounts;

    @Inject
    private transient AccountQueries queries;

    @Inject
    private transient Clock clock;

    private @Nullable String language;
    private @Nullable String timeZone;
    private @Nullable String theme;
    private @Nullable String current;
    private @Nullable String password;
    private List<Long> ended = new ArrayList<>();
    private @Nullable String tokenName;
    private @Nullable LocalDate expiresOn;

    public void load() {
        SignedIn me = Authentication.signedIn(Faces.getRequest()).orElseThrow();
        language = me.language();
        timeZone = me.timeZone();
        theme = me.theme();
    }

    public void prefer() {
        accounts.prefer(language, timeZone, theme);
        saved("prefer");
    }

    public void changePassword() {
        change();
        saved("changeOwnPassword");
    }

    /** Before anything else can be done. */
    public void changeFirstPassword() {
        change();
        Authentication.forget(Faces.getRequest());
        Faces.redirect("/");
    }

    private void change() {
        accounts.changeOwnPassword(
                current == null ? "" : current,
                password == null ? "" : password,
                new HashSet<>(ended),
                Authentication.ownKey(Faces.getRequest()));
    }

    public void endSession(long id) {
        accounts.endSession(you().username(), id);
        saved("endSession");
    }

    public List<SessionRow> getSessions() {
        return queries.sessions(you().username(), Authentication.ownKey(Faces.getRequest()));
    }

    private static SignedIn you() {
        return Authentication.signedIn(Faces.getRequest()).orElseThrow();
    }

    /** Tokens that speak for the account today. */
    public List<TokenRow> getUsableTokens() {
        return getTokens().stream()
                .filter(token -> token.revokedAt() == null && !token.expiresOn().isBefore(today()))
                .toList();
    }

    private LocalDate today() {
        return Time.today(clock);
    }

    /** The new token is shown on this page and never again. */
    public void issueToken() {
        Faces.setRequestAttribute(ISSUED, accounts.issueToken(tokenName, expiresOn));
        tokenName = null;
        expiresOn = null;
    }

    public void revokeToken(long id) {
        accounts.revokeToken(id);
        saved("revokeToken");
    }

    private static void saved(String step) {
        Authentication.forget(Faces.getRequest());
        Told.andGo("AccountRegister." + step, "/security/profile");
    }

    public List<TokenRow> getTokens() {
        return queries.ownTokens();
    }

    /** Nothing but right after it was issued, so that it stands beside no later error. */
    public @Nullable String getIssued() {
        return Faces.getRequestAttribute(ISSUED);
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String value) {
        language = value;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String value) {
        timeZone = value;
    }

    public @Nullable String getTheme() {
        return theme;
    }

    public void setTheme(@Nullable String value) {
        theme = value;
    }

    public @Nullable String getCurrent() {
        return current;
    }

    public void setCurrent(@Nullable String value) {
        current = value;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String value) {
        password = value;
    }

    public List<Long> getEnded() {
        return ended;
    }

    public void setEnded(List<Long> value) {
        ended = value;
    }

    public @Nullable String getTokenName() {
        return tokenName;
    }

    public void setTokenName(@Nullable String value) {
        tokenName = value;
    }

    public @Nullable LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(@Nullable LocalDate value) {
        expiresOn = value;
    }
}
