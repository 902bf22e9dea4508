package org.kizuna.document.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.DocumentAnswer;
import org.kizuna.document.DocumentDelivery;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRow;

/** Streams a document to be saved. */
@WebServlet("/document/file")
public class DocumentServlet extends HttpServlet {

    @Inject
    private transient DocumentQueries queries;

    @Inject
    private transient DocumentDelivery delivery;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DocumentRow row = find(request, response);
        if (row != null) {
            give(delivery.head(row), response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DocumentRow row = find(request, response);
        if (row != null) {
            give(delivery.answer(row, request.getHeader("Range"), request.getHeader("If-Range")), response);
        }
    }

    private static void give(DocumentAnswer answer, HttpServletResponse response) throws IOException {
        if (answer.isAltered()) {
            response.sendError(answer.status());
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        DocumentAnswer.Content content = answer.content();
        if (content != null) {
            content.writeTo(response.getOutputStream());
        }
    }

    private @Nullable DocumentRow find(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DocumentRow> document = id(request.getParameter("id")).flatMap(queries::find);
        if (document.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        DocumentRow row = document.get();
        if (row.withdrawn()) {
            response.sendError(HttpServletResponse.SC_GONE);
            return null;
        }
        return row;
    }

    private static Optional<Long> id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
