package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Words;

/** How requests say who they come from: a session on the pages; HTTP Basic or a token in REST, which has no session. */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    private static final String SESSION_KEY = SignedIn.class.getName();
    private static final String CHECKED_KEY = SESSION_KEY + ".checked";

    /** Key of the session among the account's, by which it is seen and ended from another. */
    private static final String OWN_KEY = SESSION_KEY + ".key";

    private static final String BEGAN_KEY = SESSION_KEY + ".began";
    private static final String ACTIVE_KEY = SESSION_KEY + ".active";
    private static final String SEEN_KEY = SESSION_KEY + ".seen";

    /** Set by what a page asks for by itself. */
    private static final String BACKGROUND = "Kizuna-Background";

    private static final String CHANGE_PASSWORD = "/security/password";

    /** A page session learns after this time that its account was changed or switched off. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    @Inject
    private SignIn signIn;

    @Inject
    private VerifiedCredentials verified;

    @Inject
    private GuardedSignIn guarded;

    @Inject
    private Sessions sessions;

    @Inject
    private Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (isRest(request) || describesRest(request)) {
            return rest(request, response, context);
        }
        if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential) {
            return begin(request, response, context, credential);
        }
        Optional<SignedIn> known = fromSession(request);
        if (known.isPresent()) {
            return known.get().passwordToChange() && context.isProtected() && !changesPassword(request)
                    ? context.redirect(request.getContextPath() + CHANGE_PASSWORD)
                    : accept(context, known.get());
        }
        return context.isProtected() ? askToSignIn(request, context) : context.doNothing();
    }

    /** What is known about the account of the current session or request, if somebody is signed in. */
    public static Optional<SignedIn> signedIn(HttpServletRequest request) {
        if (request.getAttribute(SESSION_KEY) instanceof SignedIn known) {
            return Optional.of(known);
        }
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(SESSION_KEY));
    }

    /** Makes the session ask anew about its account at the next request. */
    public static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(CHECKED_KEY);
    }

    static boolean isRest(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }

    /** The description of REST is read as pages are, and by programs that show a password or token. */
    private static boolean describesRest(HttpServletRequest request) {
        return "/openapi".equals(request.getServletPath()) && request.getHeader("Authorization") != null;
    }

    private static boolean changesPassword(HttpServletRequest request) {
        return Set.of(CHANGE_PASSWORD, CHANGE_PASSWORD + ".xhtml", "/signout").contains(request.getServletPath());
    }

    /** The key of the session that asks, if somebody is signed in with one. */
    public static @Nullable String ownKey(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(OWN_KEY);
    }

    private AuthenticationStatus begin(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            UsernamePasswordCredential credential) {
        Optional<SignedIn> account = guarded.check(request, credential.getCaller(), credential.getPasswordAsString());
        if (account.isEmpty()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        HttpSession session = request.getSession();
        AnonymousSessions.becomesSomebodys(session);
        request.changeSessionId();
        Instant now = clock.instant();
        session.setAttribute(BEGAN_KEY, now);
        session.setAttribute(ACTIVE_KEY, now);
        session.setAttribute(SEEN_KEY, now);
        session.setAttribute(
                OWN_KEY,
                sessions.begin(account.get().accountId(), request.getRemoteAddr(), request.getHeader("User-Agent")));
        keep(session, account.get());
        knowBrowser(request, response, account.get());
        return accept(context, account.get());
    }

    private void knowBrowser(HttpServletRequest request, HttpServletResponse response, SignedIn account) {
        String mark = GuardedSignIn.mark(request).orElseGet(Tokens::fresh);
        sessions.know(account.accountId(), mark);
        Cookie cookie = new Cookie(GuardedSignIn.BROWSER_COOKIE, mark);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
    }

    private Optional<SignedIn> fromSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SESSION_KEY) instanceof SignedIn known)
                || !(session.getAttribute(OWN_KEY) instanceof String key)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (isOver(session, now)) {
            sessions.end(key);
            session.invalidate();
            return Optional.empty();
        }
        noteActivity(request, session, key, now);
        if (session.getAttribute(CHECKED_KEY) instanceof Instant checked
                && checked.plus(TRUST).isAfter(now)
                && checked.isAfter(Sessions.lastEnded())) {
            return Optional.of(known);
        }
        Optional<SignedIn> again = sessions.lives(key) ? signIn.again(known) : Optional.empty();
        if (again.isPresent()) {
            keep(session, again.get());
        } else {
            session.invalidate();
        }
        return again;
    }

    private static boolean isOver(HttpSession session, Instant now) {
        Instant began = (Instant) session.getAttribute(BEGAN_KEY);
        Instant active = (Instant) session.getAttribute(ACTIVE_KEY);
        return began.plus(SessionLimits.LONGEST).isBefore(now)
                || active.plus(SessionLimits.idle()).isBefore(now);
    }

    /** What a page asks for by itself keeps nobody signed in. */
    private void noteActivity(HttpServletRequest request, HttpSession session, String key, Instant now) {
        if (request.getHeader(BACKGROUND) != null) {
            return;
        }
        session.setAttribute(ACTIVE_KEY, now);
        if (((Instant) session.getAttribute(SEEN_KEY)).plus(Sessions.SEEN_TO).isBefore(now)) {
            session.setAttribute(SEEN_KEY, now);
            sessions.seen(key);
        }
    }

    private void keep(HttpSession session, SignedIn account) {
        session.setAttribute(SESSION_KEY, account);
        session.setAttribute(CHECKED_KEY, clock.instant());
    }

    private static AuthenticationStatus askToSignIn(HttpServletRequest request, HttpMessageContext context) {
        if (asksForPart(request)) {
            return context.responseUnauthorized();
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean worthReturning = "GET".equals(request.getMethod()) && !"/".equals(wanted);
        return context.redirect(request.getContextPath() + "/signin"
                + (worthReturning ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
    }

    /** Whether a page's script asks, which could do nothing with another page [Jakarta Faces 4.0, 13.2]. */
    private static boolean asksForPart(HttpServletRequest request) {
        return request.getHeader("Faces-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    private AuthenticationStatus rest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<SignedIn> account = fromHeader(request, request.getHeader("Authorization"));
        if (account.isEmpty()) {
            // a browser that is asked for Basic asks its user, and sends what it got with every request of any page
            response.setHeader(
                    "WWW-Authenticate",
                    isBrowser(request) ? "Bearer realm=\"Kizuna\"" : "Basic realm=\"Kizuna\", charset=\"UTF-8\"");
            return refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "http.401");
        }
        if (account.get().passwordToChange() && !"/me/password".equals(request.getPathInfo())) {
            return refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "passwordToChange");
        }
        request.setAttribute(SESSION_KEY, account.get());
        return accept(context, account.get());
    }

    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String key) {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        String words = Words.text(Words.closest(request.getLocale()), key);
        try (JsonWriter body = Json.createWriter(response.getOutputStream())) {
            body.writeObject(Json.createObjectBuilder()
                    .add("type", "urn:kizuna:problem:" + key)
                    .add("title", words)
                    .add("status", status)
                    .add("detail", words)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        String accept = request.getHeader("Accept");
        return request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader("Origin") != null
                || (agent != null && agent.startsWith("Mozilla/"))
                || (accept != null && accept.contains("text/html"));
    }

    private Optional<SignedIn> fromHeader(HttpServletRequest request, @Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        int blank = header.indexOf(' ');
        String scheme = blank < 0 ? header : header.substring(0, blank);
        String value = blank < 0 ? "" : header.substring(blank + 1).strip();
        if ("Bearer".equalsIgnoreCase(scheme)) {
            return signIn.withToken(value);
        }
        return "Basic".equalsIgnoreCase(scheme) ? basic(request, value) : Optional.empty();
    }

    private Optional<SignedIn> basic(HttpServletRequest request, String encoded) {
        String text;
        try {
            text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String username = text.substring(0, colon);
        Optional<SignedIn> known = verified.find(text);
        // a changed account may have a changed password
        if (known.isPresent() && signIn.again(known.get()).equals(known)) {
            return known;
        }
        Optional<SignedIn> account = inRest(request, username, text.substring(colon + 1));
        account.ifPresent(found -> verified.remember(text, found));
        return account;
    }

    private Optional<SignedIn> inRest(HttpServletRequest request, String username, String password) {
        return Channel.REST.during(() -> guarded.check(request, username, password));
    }

    private static AuthenticationStatus accept(HttpMessageContext context, SignedIn account) {
        return context.notifyContainerAboutLogin(new CallerPrincipal(account.username()), account.roles());
    }
}
