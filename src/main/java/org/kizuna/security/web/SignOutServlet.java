package org.kizuna.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kizuna.security.Authentication;
import org.kizuna.security.Sessions;
import org.kizuna.security.SignIn;
import org.kizuna.security.SignedIn;

/** Ends a session. The session cookie is not sent along from other sites, so nobody else can. */
@WebServlet("/signout")
public class SignOutServlet extends HttpServlet {

    @Inject
    private transient SignIn signIn;

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<SignedIn> account = Authentication.signedIn(request);
        account.ifPresent(known -> signIn.out(known.username()));
        String key = Authentication.ownKey(request);
        if (key != null) {
            sessions.end(key);
        }
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        response.sendRedirect("/signin");
    }
}
