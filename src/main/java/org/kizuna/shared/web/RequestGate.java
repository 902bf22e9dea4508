package org.kizuna.shared.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Stands before everything else of the application, sign-in and error pages included: it refuses by {@link RequestRules},
 * ends requests that do not come to their end, and tells browsers what holds for every answer.
 */
final class RequestGate implements HttpHandler {

    /** What holds for every answer; pages add where scripts, styles and pictures may come from. */
    private static final String POLICY =
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final int SECONDS_FOR_A_BODY = 60;
    private static final int SECONDS_FOR_AN_UPLOAD = 600;

    private final HttpHandler next;
    private final RequestRules rules;

    RequestGate(HttpHandler next, RequestRules rules) {
        this.next = next;
        this.rules = rules;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        setHeaders(exchange);
        // what goes wrong on the way may have cleared them
        exchange.addResponseCommitListener(RequestGate::setHeaders);
        boolean readable = hasReadableCookies(exchange) && !contradicts(exchange.getRequestHeaders());
        int unread = readable ? checkLengths(exchange) : RequestRules.MALFORMED;
        if (unread != 0) {
            refuse(exchange, unread);
            return;
        }
        RequestRules.Head head = new RequestRules.Head(
                exchange.getRequestMethod().toString(),
                exchange.getRelativePath(),
                name -> joined(exchange.getRequestHeaders().get(name)));
        int refusal = rules.check(head);
        if (refusal != 0) {
            refuse(exchange, refusal);
            return;
        }
        if (!exchange.isRequestComplete()) {
            exchange.setMaxEntitySize(head.largestBody());
            cutWhenSlow(exchange, head.uploads() ? SECONDS_FOR_AN_UPLOAD : SECONDS_FOR_A_BODY);
        }
        next.handleRequest(exchange);
    }

    /** Too many of them are a fault of the server to the server itself. */
    private static boolean hasReadableCookies(HttpServerExchange exchange) {
        try {
            exchange.requestCookies().forEach(cookie -> {});
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String joined(@Nullable HeaderValues values) {
        return values == null ? null : String.join(", ", values);
    }

    /** What reads one of two and what reads the other would not see the same request. */
    private static boolean contradicts(HeaderMap headers) {
        return HeaderSyntax.SAID_ONCE.stream().anyMatch(name -> headers.count(name) > 1);
    }

    private static int checkLengths(HttpServerExchange exchange) {
        long headers = 0;
        for (HeaderValues values : exchange.getRequestHeaders()) {
            for (String value : values) {
                headers += values.getHeaderName().length() + value.length();
            }
        }
        long address = (long) exchange.getRequestURI().length()
                + exchange.getQueryString().length();
        return RequestRules.checkLengths(address, headers);
    }

    private static void setHeaders(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        set(headers, "X-Content-Type-Options", "nosniff");
        set(headers, "Referrer-Policy", "same-origin");
        set(headers, "X-Frame-Options", "DENY");
        set(headers, "Cross-Origin-Opener-Policy", "same-origin");
        set(headers, "Cross-Origin-Resource-Policy", "same-origin");
        HttpString policy = new HttpString("Content-Security-Policy");
        if (headers.get(policy) == null || !headers.get(policy).contains(POLICY)) {
            headers.add(policy, POLICY);
        }
    }

    private static void set(HeaderMap headers, String name, String value) {
        headers.put(new HttpString(name), value);
    }

    private static void cutWhenSlow(HttpServerExchange exchange, int seconds) {
        ServerConnection connection = exchange.getConnection();
        XnioExecutor.Key cut = exchange.getIoThread()
                .executeAfter(
                        () -> {
                            if (!exchange.isRequestComplete()) {
                                IoUtils.safeClose(connection);
                            }
                        },
                        seconds,
                        TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((done, following) -> {
            cut.remove();
            following.proceed();
        });
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        HeaderMap asked = exchange.getRequestHeaders();
        boolean foreign = status == RequestRules.FORBIDDEN;
        RefusedRequest refused = RefusedRequest.of(
                status,
                foreign ? "foreign" : Integer.toString(status),
                exchange.getRelativePath(),
                asked.getFirst(Headers.ACCEPT),
                asked.getFirst(Headers.ACCEPT_LANGUAGE));
        exchange.setStatusCode(status);
        exchange.setPersistent(false);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.CONTENT_TYPE, refused.type());
        if (status == RequestRules.NOT_ALLOWED) {
            headers.put(Headers.ALLOW, RequestRules.allowed(exchange.getRelativePath()));
        }
        exchange.getResponseSender().send(refused.body(), StandardCharsets.UTF_8);
    }
}
