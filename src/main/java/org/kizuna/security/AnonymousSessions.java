package org.kizuna.security;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions in which nobody has signed in yet: they live ten minutes, and there are so many at the most. */
@WebListener
public class AnonymousSessions implements HttpSessionListener {

    private static final int MOST = 2_000;
    private static final Map<String, HttpSession> WAITING = new LinkedHashMap<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setMaxInactiveInterval((int) SessionLimits.BEFORE_SIGN_IN.toSeconds());
        Optional<HttpSession> oldest = Optional.empty();
        synchronized (WAITING) {
            if (WAITING.size() >= MOST) {
                oldest = WAITING.values().stream().findFirst();
            }
            WAITING.put(session.getId(), session);
        }
        oldest.ifPresent(AnonymousSessions::end);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession().getId());
    }

    /** Somebody signs in: from now on the session lives as long as they do something. */
    static void becomesSomebodys(HttpSession session) {
        forget(session.getId());
        session.setMaxInactiveInterval((int) SessionLimits.LONGEST.toSeconds());
    }

    private static void end(HttpSession session) {
        forget(session.getId());
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it ended by itself meanwhile, which is what was wanted
            forget(session.getId());
        }
    }

    private static void forget(String id) {
        synchronized (WAITING) {
            WAITING.remove(id);
        }
    }
}
