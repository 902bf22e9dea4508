package org.kizuna.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;

/**
 * Gives a document to be saved, whole or from where it broke off; no browser is asked to show what somebody else sent.
 * That it was taken is journaled once, be it in several parts.
 */
@ApplicationScoped
public class DocumentDelivery {

    static final int ALTERED = 409;

    private static final int OK = 200;
    private static final int PART = 206;
    private static final int NO_SUCH_PART = 416;
    private static final String LENGTH = "Content-Length";

    private final BegunDownloads begun = new BegunDownloads();

    @Inject
    private DocumentQueries queries;

    @Inject
    private DocumentRegister register;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init") // made by the container
    public DocumentDelivery() {}

    /** What a question for the head is answered. */
    public DocumentAnswer head(DocumentRow row) {
        return new DocumentAnswer(OK, headers(row), null);
    }

    /**
     * @param range as the header Range has it
     * @param known as the header If-Range has it
     */
    public DocumentAnswer answer(DocumentRow row, @Nullable String range, @Nullable String known) throws IOException {
        ByteRange part = ByteRange.of(range, known, row);
        if ((part == null || !part.isEmpty()) && isAltered(row)) {
            register.refuseAltered(row.id());
            return new DocumentAnswer(ALTERED, Map.of(), null);
        }
        Map<String, String> headers = headers(row);
        if (part == null) {
            note(row, 0);
            return new DocumentAnswer(OK, headers, out -> queries.copy(row.id(), out));
        }
        headers.put("Content-Range", part.header(row.sizeBytes()));
        if (part.isEmpty()) {
            headers.put(LENGTH, "0");
            return new DocumentAnswer(NO_SUCH_PART, headers, null);
        }
        note(row, part.first());
        headers.put(LENGTH, Long.toString(part.length()));
        return new DocumentAnswer(PART, headers, out -> queries.copy(row.id(), part.of(out)));
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

    private static Map<String, String> headers(DocumentRow row) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", row.mediaType());
        headers.put(LENGTH, Long.toString(row.sizeBytes()));
        headers.put("Accept-Ranges", "bytes");
        headers.put("ETag", ByteRange.tag(row));
        headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(row.fileName()));
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.put("X-Content-SHA-256", row.sha256());
        return headers;
    }

    private void note(DocumentRow row, long from) {
        if (begun.begins(Caller.name(), row.id(), from, clock.instant())) {
            register.take(row.id());
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
