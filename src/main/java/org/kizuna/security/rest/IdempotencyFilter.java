package org.kizuna.security.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Caller;
import org.kizuna.security.PostedKeys;
import org.kizuna.security.PostedKeys.Posted;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.Upload;

/** A post that is sent twice with one {@code Idempotency-Key} is carried out once, and answered alike for a day. */
@Provider
@Priority(Priorities.USER + 500)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String TAKEN = IdempotencyFilter.class.getName();
    private static final String ANSWER = TAKEN + ".answer";
    private static final int LONGEST_ANSWER = 1 << 20;

    @Inject
    private PostedKeys keys;

    @Inject
    private Upload upload;

    @Context
    private ResourceInfo resource;

    @SuppressWarnings("NullAway.Init") // made by the container
    public IdempotencyFilter() {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (!FORM.matcher(key).matches()) {
            throw new InvalidParameter(HEADER, key);
        }
        if (resource.getResourceMethod().isAnnotationPresent(WithSecret.class)) {
            throw new InvalidParameter(HEADER, key);
        }
        String hash = hash(request);
        Optional<Posted> before = keys.take(Caller.name(), key, hash);
        if (before.isEmpty()) {
            request.setProperty(TAKEN, key);
        } else if (!before.get().hash().equals(hash)) {
            throw new PostedKeyUsed();
        } else if (before.get().status() == null) {
            throw new PostedMeanwhile();
        } else {
            request.abortWith(again(before.get()));
        }
    }

    private static Response again(Posted posted) {
        Response.ResponseBuilder answer =
                Response.status(Objects.requireNonNull(posted.status())).type(posted.mediaType());
        if (posted.location() != null) {
            answer.location(URI.create(posted.location()));
        }
        if (posted.tag() != null) {
            answer.header(HttpHeaders.ETAG, posted.tag());
        }
        return answer.entity(posted.answer()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(TAKEN) instanceof String key)) {
            return;
        }
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            request.removeProperty(TAKEN);
            keys.release(Caller.name(), key);
            return;
        }
        Posted posted = new Posted(
                "",
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                response.getMediaType() == null ? null : response.getMediaType().toString(),
                null);
        if (response.hasEntity()) {
            request.setProperty(ANSWER, posted);
        } else {
            keys.answered(Caller.name(), key, posted);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Object key = context.getProperty(TAKEN);
        if (!(key instanceof String taken) || !(context.getProperty(ANSWER) instanceof Posted posted)) {
            context.proceed();
            return;
        }
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        context.setOutputStream(copy);
        context.proceed();
        byte[] answer = copy.toByteArray();
        keys.answered(Caller.name(), taken, with(posted, answer));
        out.write(answer);
    }

    private static Posted with(Posted posted, byte[] answer) {
        @Nullable String text = answer.length > LONGEST_ANSWER ? null : new String(answer, StandardCharsets.UTF_8);
        return new Posted("", posted.status(), posted.location(), posted.tag(), posted.mediaType(), text);
    }

    /** Of what is asked for, and of the body. */
    private String hash(ContainerRequestContext request) throws IOException {
        MessageDigest digest = sha256();
        URI asked = request.getUriInfo().getRequestUri();
        digest.update(asked.getRawPath().getBytes(StandardCharsets.UTF_8));
        if (asked.getRawQuery() != null) {
            digest.update(('?' + asked.getRawQuery()).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
        if (upload.isThere()) {
            try (InputStream file = new DigestInputStream(upload.open(), digest)) {
                file.transferTo(OutputStream.nullOutputStream());
            }
        } else {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            digest.update(body);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
