package org.kizuna.draft.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.draft.Draft;
import org.kizuna.draft.Drafts;
import org.kizuna.feature.Links;
import org.kizuna.page.web.CurrentUser;
import org.kizuna.security.Authentication;
import org.kizuna.security.SignedIn;
import org.kizuna.shared.Formats;

/**
 * One's own draft of the page at an address: PUT keeps it (JSON of 1 MB at the most), GET reads it and DELETE erases it.
 * GET without an address says whether one is still signed in.
 */
@WebServlet("/drafts")
public class DraftServlet extends HttpServlet {

    private static final int LARGEST = 1_000_000;

    @Inject
    private transient Drafts drafts;

    @Inject
    private transient CurrentUser you;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Draft> draft = address(request).flatMap(address -> drafts.find(account(request), address));
        if (draft.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        JsonObject content =
                Json.createReader(new StringReader(draft.get().content())).readObject();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add(
                                "savedAt",
                                Formats.moment(you.getLocale(), draft.get().savedAt(), you.getZone()))
                        .add("content", content)
                        .build()
                        .toString());
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            DraftBody draft = DraftBody.of(text(body));
            RecordAt record = RecordAt.of(draft.address());
            drafts.keep(
                    account(request),
                    new Draft(
                            draft.address(),
                            record.kind(),
                            record.reference(),
                            draft.title(),
                            draft.content(),
                            drafts.now()));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        address(request).ifPresent(address -> drafts.erase(account(request), address));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static Optional<String> address(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("address")).filter(DraftBody::isAddress);
    }

    private static long account(HttpServletRequest request) {
        return Authentication.signedIn(request).map(SignedIn::accountId).orElseThrow();
    }

    /** Whether one of this server's own pages asks [Fetch Metadata, Sec-Fetch-Site; RFC 6454, Origin]. */
    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (site == null || site.equals("same-origin"))
                && (origin == null || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host")));
    }

    /** Which record the page at an address changes. */
    private record RecordAt(@Nullable String kind, @Nullable String reference) {

        static RecordAt of(String address) {
            int at = address.indexOf("ref=");
            if (at < 0) {
                return new RecordAt(null, null);
            }
            String encoded = address.substring(at + "ref=".length()).split("[&#]", 2)[0];
            String reference = java.net.URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            String kind = Links.kindAt(address);
            return kind == null || reference.length() > 60 ? new RecordAt(null, null) : new RecordAt(kind, reference);
        }
    }
}
