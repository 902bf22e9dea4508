package org.kizuna.history.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Hands out the verifier that came with this build. */
@WebServlet("/history/verifier")
public class VerifierServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream jar = getServletContext().getResourceAsStream("/WEB-INF/kizuna-verify.jar")) {
            if (jar == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("application/java-archive");
            response.setHeader("Content-Disposition", "attachment; filename=\"kizuna-verify.jar\"");
            jar.transferTo(response.getOutputStream());
        }
    }
}
