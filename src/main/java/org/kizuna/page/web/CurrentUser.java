package org.kizuna.page.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kizuna.security.Authentication;
import org.kizuna.security.SignedIn;
import org.kizuna.shared.Time;
import org.kizuna.shared.Words;

/** Who is reading: name, roles, language, zone and theme. */
@Named
@RequestScoped
public class CurrentUser {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private Optional<SignedIn> account() {
        return Authentication.signedIn(request);
    }

    public boolean isSignedIn() {
        return account().isPresent();
    }

    public String getUsername() {
        return account().map(SignedIn::username).orElse("");
    }

    public String getDisplayName() {
        return account().map(SignedIn::displayName).orElse("");
    }

    public Set<String> getRoles() {
        return account().map(SignedIn::roles).orElse(Set.of());
    }

    /** The language chosen, else the browser's, else English. */
    public Locale getLocale() {
        return account()
                .map(SignedIn::language)
                .map(language -> Words.closest(Locale.forLanguageTag(language)))
                .orElseGet(() -> Words.closest(request.getLocale()));
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** The zone chosen, else UTC. */
    public ZoneId getZone() {
        try {
            return account().map(SignedIn::timeZone).map(ZoneId::of).orElse(Time.zone());
        } catch (DateTimeException e) {
            return Time.zone();
        }
    }

    /** The moment at which the page is made. */
    public Instant getNow() {
        return Time.now(clock);
    }

    /** {@code light} or {@code dark} where chosen, else {@code auto}: as the browser wishes. */
    public String getTheme() {
        return account().map(SignedIn::theme).orElse("auto");
    }
}
