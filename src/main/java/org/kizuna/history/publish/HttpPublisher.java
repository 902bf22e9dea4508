package org.kizuna.history.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Posts to web addresses. A name and password in the address are sent as Basic authentication [RFC 7617]. */
@ApplicationScoped
public class HttpPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @return the answer's body, its first megabyte
     * @throws IOException also for an answer other than 2xx, and for what is no web address
     */
    byte[] post(String address, String contentType, byte[] body) throws IOException {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(address, contentType, body), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException("HTTP " + answer.statusCode());
                }
                return in.readNBytes(LONGEST_ANSWER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is being stopped");
        }
    }

    private static HttpRequest request(String address, String contentType, byte[] body) throws IOException {
        try {
            URI uri = new URI(address);
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            if (uri.getUserInfo() != null) {
                request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(uri.getUserInfo().getBytes(StandardCharsets.UTF_8)));
            }
            return request.build();
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            throw new IOException("This is no web address", e);
        }
    }

    /** An address without what only the receiver should see: name, password, query. */
    static String shown(String address) {
        return PublicationTarget.shortened(
                address.replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*", ""));
    }
}
