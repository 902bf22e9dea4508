package org.kizuna.document.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.DocumentDiffers;
import org.kizuna.document.DocumentQueries;
import org.kizuna.document.DocumentRegister;
import org.kizuna.document.DocumentRow;

/**
 * Streams a document to be saved, whole or from where it broke off; no browser is asked to show what somebody else sent.
 * That it was taken is journaled once, be it in several parts.
 */
@WebServlet("/document/file")
public class DocumentServlet extends HttpServlet {

    private static final String TAKEN = DocumentServlet.class.getName() + ".";

    /** How long a download that broke off is the same one. */
    private static final Duration SAME = Duration.ofHours(1);

    @Inject
    private transient DocumentQueries queries;

    @Inject
    private transient DocumentRegister register;

    @Inject
    private transient Clock clock;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DocumentRow row = find(request, response);
        if (row != null) {
            announce(row, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DocumentRow row = find(request, response);
        if (row == null) {
            return;
        }
        ByteRange range = ByteRange.of(request, row);
        if ((range == null || !range.isEmpty()) && isAltered(row)) {
            register.refuseAltered(row.id());
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return;
        }
        announce(row, response);
        if (range == null) {
            note(request, row, 0);
            queries.copy(row.id(), response.getOutputStream());
            return;
        }
        response.setHeader("Content-Range", range.header(row.sizeBytes()));
        if (range.isEmpty()) {
            response.setContentLength(0);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        note(request, row, range.first());
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentLengthLong(range.length());
        queries.copy(row.id(), range.of(response.getOutputStream()));
    }

    /** Nothing is given, and none noted as taken, before the whole was looked at. */
    private boolean isAltered(DocumentRow row) throws IOException {
        try {
            queries.copy(row.id(), OutputStream.nullOutputStream());
            return false;
        } catch (DocumentDiffers e) {
            return true;
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

    private static void announce(DocumentRow row, HttpServletResponse response) {
        response.setContentType(row.mediaType());
        response.setContentLengthLong(row.sizeBytes());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", ByteRange.tag(row));
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(row.fileName()));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-SHA-256", row.sha256());
    }

    private void note(HttpServletRequest request, DocumentRow row, long from) {
        HttpSession session = request.getSession(false);
        String key = TAKEN + row.id();
        Object last = session == null || from == 0 ? null : session.getAttribute(key);
        Instant now = clock.instant();
        if (last instanceof Instant taken && taken.plus(SAME).isAfter(now)) {
            return;
        }
        register.take(row.id());
        if (session != null) {
            session.setAttribute(key, now);
        }
    }

    private static Optional<Long> id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
