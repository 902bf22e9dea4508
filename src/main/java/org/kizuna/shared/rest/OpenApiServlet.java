package org.kizuna.shared.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Gives the description of REST [OpenAPI 3.1], which the build makes, to whoever is signed in. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

    private static final String DOCUMENT = "/openapi.json";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getQueryString() != null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try (InputStream document = OpenApiServlet.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-store");
            document.transferTo(response.getOutputStream());
        }
    }
}
