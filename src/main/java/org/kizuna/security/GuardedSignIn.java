package org.kizuna.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Signs somebody in by name and password, unless the {@link SignInThrottle} holds them back. */
@ApplicationScoped
class GuardedSignIn {

    /** What a browser is known again by. */
    static final String BROWSER_COOKIE = "KIZUNA_BROWSER";

    private static final int DELAY_SECONDS = 2;

    /** More than these do not wait: they are refused. */
    private static final Semaphore DELAYED = new Semaphore(8);

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private SignInThrottle throttle;

    /** Nothing when the name is none, the password is wrong, or the account has to wait. */
    Optional<SignedIn> check(HttpServletRequest request, String typed, String password) {
        Optional<String> name = UserNames.compared(typed);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Long account = signIn.accountOf(name.get()).orElse(null);
        String address = request.getRemoteAddr();
        String browser = account == null ? null : browser(request, account);
        SignInThrottle.Answer answer = throttle.ask(account, address, browser);
        if (answer == SignInThrottle.Answer.REFUSED || (answer == SignInThrottle.Answer.DELAYED && !waited())) {
            return Optional.empty();
        }
        Optional<SignedIn> signedIn;
        try {
            signedIn = signIn.withPassword(name.get(), password);
        } catch (TooManyTries e) {
            return Optional.empty();
        }
        if (signedIn.isPresent()) {
            throttle.succeeded(signedIn.get().accountId(), address, browser);
        } else {
            throttle.failed(account, name.get(), address, browser);
        }
        return signedIn;
    }

    private static boolean waited() {
        if (!DELAYED.tryAcquire()) {
            return false;
        }
        try {
            TimeUnit.SECONDS.sleep(DELAY_SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            DELAYED.release();
        }
    }

    private @Nullable String browser(HttpServletRequest request, long account) {
        return mark(request).filter(mark -> sessions.knows(account, mark)).orElse(null);
    }

    /** The mark that the browser carries, if any. */
    static Optional<String> mark(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(BROWSER_COOKIE))
                        .map(Cookie::getValue)
                        .filter(mark -> mark != null && mark.length() < 100)
                        .findFirst();
    }
}
