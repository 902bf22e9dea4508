package org.kizuna.document.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRow;

/** Streams a document to be saved; no browser is asked to show what somebody else sent. */
@WebServlet("/document/file")
public class DocumentServlet extends HttpServlet {

    @Inject
    private transient DocumentQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DocumentRow> document = id(request.getParameter("id")).flatMap(queries::find);
        if (document.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        DocumentRow row = document.get();
        if (row.withdrawn()) {
            response.sendError(HttpServletResponse.SC_GONE);
            return;
        }
        response.setContentType(row.mediaType());
        response.setContentLengthLong(row.sizeBytes());
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(row.fileName()));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-SHA-256", row.sha256());
        queries.copy(row.id(), response.getOutputStream());
    }

    private static Optional<Long> id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
