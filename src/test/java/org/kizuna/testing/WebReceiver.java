package org.kizuna.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes whatever is posted to a port of this machine, and answers as it is told to. */
public final class WebReceiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Posted> posts = new LinkedBlockingQueue<>();
    private volatile Answering answering = body -> new byte[0];
    private volatile int status = 200;

    public WebReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            posts.add(new Posted(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            byte[] answer = answering.answer(body);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    public void answers(Answering how) {
        answering = how;
    }

    public void answersWithStatus(int number) {
        status = number;
    }

    /** With host and port, without a path. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public Posted next() throws InterruptedException {
        return Objects.requireNonNull(posts.poll(20, TimeUnit.SECONDS), "nothing was posted");
    }

    public List<Posted> left() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What came. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Posted(String contentType, @Nullable String authorization, byte[] body) {}

    /** What is answered to what came. */
    public interface Answering {
        byte[] answer(byte[] body) throws IOException;
    }
}
