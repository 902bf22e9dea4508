package org.kizuna.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that speaks to the REST interface as somebody, or as nobody. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final @Nullable String authorization;

    private Client(URI address, @Nullable String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static Client anonymous(Launched kizuna) {
        return new Client(kizuna.address(), null);
    }

    /** Sample accounts have their names as passwords. */
    static Client of(Launched kizuna, String account) {
        return of(kizuna, account, account);
    }

    static Client of(Launched kizuna, String account, String password) {
        return of(kizuna.address(), account, password);
    }

    /** A sample account at a server that this test did not start. */
    static Client of(URI address, String account) {
        return of(address, account, account);
    }

    private static Client of(URI address, String account, String password) {
        String pair = account + ":" + password;
        return new Client(
                address, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static Client bearing(Launched kizuna, String token) {
        return new Client(kizuna.address(), "Bearer " + token);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    /** A body that need be no text. */
    HttpResponse<String> sendBytes(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(request(method, path, "{}"), (name, value) -> true)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** A file, as it is. */
    HttpResponse<String> upload(String path, byte[] file, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(request("POST", path, "{}", headers), (name, value) -> true)
                .setHeader("Content-Type", "application/octet-stream")
                .method("POST", BodyPublishers.ofByteArray(file))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request("GET", path, null), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** The JSON of an answer that has to be 200. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = json(path + (path.contains("?") ? "&" : "?") + "limit=500" + after);
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            after = "&after=" + page.get("next").asText();
        }
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept-Language", "en");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }
}
