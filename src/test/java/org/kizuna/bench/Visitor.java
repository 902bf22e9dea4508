package org.kizuna.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser who has signed in, or a program that names itself with each request. */
public final class Visitor {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)[^>]*>");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(" (name|value)=\"([^\"]*)\"");

    private final URI address;
    private final HttpClient http;
    private final String authorization;

    private Visitor(URI address, HttpClient http, String authorization) {
        this.address = address;
        this.http = http;
        this.authorization = authorization;
    }

    /** Signs in by the form, as a browser does. The password is the name. */
    public static Visitor signedIn(URI address, String name) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        String pair = name + ":" + name;
        Visitor visitor = new Visitor(
                address, http, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        String page = visitor.get("/signin");
        Map<String, String> form = form(page);
        form.replaceAll((field, value) -> field.endsWith("username") || field.endsWith("password") ? name : value);
        HttpResponse<String> answer = visitor.post("/signin", form);
        if (answer.statusCode() != 302) {
            throw new IOException(name + " can't sign in: " + answer.statusCode());
        }
        return visitor;
    }

    /** The fields of a page's forms with what they hold. */
    public static Map<String, String> inputs(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(inputs.group());
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            if (attributes.containsKey("name")) {
                fields.put(attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    /** The page, which has to be there. */
    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form with a file in it. */
    public HttpResponse<String> send(String path, Map<String, String> form, String field, String fileName, byte[] file)
            throws IOException, InterruptedException {
        String boundary = "----kizuna-bench-" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + (1 << 14));
        for (Map.Entry<String, String> part : form.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.getKey()
                            + "\"\r\n\r\n" + part.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The fields of the form that a page has, with the key that the page's scripts would send. */
    public static Map<String, String> form(String page) {
        Map<String, String> form = inputs(page);
        Matcher nonce = NONCE.matcher(page);
        if (nonce.find()) {
            form.put("primefaces.nonce", nonce.group(1));
        }
        return form;
    }

    /** Asks the REST interface. */
    public HttpResponse<String> rest(String path) throws IOException, InterruptedException {
        return checked(path, http.send(program(path).build(), BodyHandlers.ofString()));
    }

    /** Has the REST interface begin something. */
    public HttpResponse<String> begin(String path) throws IOException, InterruptedException {
        return http.send(program(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String path, String body, String ifMatch) throws IOException, InterruptedException {
        return http.send(
                program(path)
                        .header("If-Match", ifMatch)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Copies an answer of any size. */
    public void copy(String path, OutputStream out) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(program(path).build(), BodyHandlers.ofInputStream());
        try (InputStream in = checked(path, answer).body()) {
            in.transferTo(out);
        }
    }

    /** Bytes on the wire, compressed where the server does so. */
    public int weight(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request(path).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        return checked(path, answer).body().length;
    }

    private static <T> HttpResponse<T> checked(String path, HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder program(String path) {
        return request("/api/v1" + path).header("Authorization", authorization);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
    }
}
