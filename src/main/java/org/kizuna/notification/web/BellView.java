package org.kizuna.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kizuna.notification.OwnNotices;
import org.kizuna.security.Authentication;
import org.kizuna.security.SignedIn;
import org.omnifaces.util.Faces;

/** How much whoever is reading was told and has not read. */
@Named
@RequestScoped
public class BellView {

    /** Every page shows it, and not every page asks: so long it may be too few. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final String KEY = BellView.class.getName();

    @Inject
    private OwnNotices notices;

    @Inject
    private Clock clock;

    /** More than {@link OwnNotices#COUNTED} are not counted. */
    public int getUnread() {
        HttpServletRequest request = Faces.getRequest();
        HttpSession session = request.getSession(false);
        if (session == null) {
            return 0;
        }
        Instant now = clock.instant();
        if (session.getAttribute(KEY) instanceof Counted known
                && known.at().plus(REMEMBERED).isAfter(now)) {
            return known.unread();
        }
        int unread = Authentication.signedIn(request)
                .map(SignedIn::accountId)
                .map(notices::unread)
                .orElse(0);
        session.setAttribute(KEY, new Counted(unread, now));
        return unread;
    }

    /** Has it counted anew: whoever reads what they were told sees at once that it is less. */
    static void forget() {
        Faces.removeSessionAttribute(KEY);
    }

    private record Counted(int unread, Instant at) implements Serializable {}
}
