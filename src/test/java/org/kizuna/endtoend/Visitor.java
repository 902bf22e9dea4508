package org.kizuna.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who reads the pages and sends their forms without a browser, or what no browser would send. */
final class Visitor {

    static final String STATE = "jakarta.faces.ViewState";

    private static final Pattern FORM = Pattern.compile("(?s)<form ([^>]*method=\"post\"[^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b([^>]*)>");
    private static final Pattern CHOSEN = Pattern.compile("<option[^>]*selected=[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<button\\b[^>]*\\bname=\"([^\"]+)\"");
    private static final Pattern SOURCE = Pattern.compile("[{,]s:\"([^\"]+)\"");
    private static final Pattern PARAMETER =
            Pattern.compile("(?:[?;&]|<(?:input|select)[^>]* name=\")([A-Za-z]+)[=\"]");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI address;
    private final @Nullable String account;

    private Visitor(URI address, @Nullable String account) {
        this.address = address;
        this.account = account;
    }

    /** Nobody, where there is no account. Sample accounts have their names as passwords. */
    static Visitor of(Launched kizuna, @Nullable String account) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(kizuna.address(), account);
        visitor.signIn();
        return visitor;
    }

    /** A form as the page shows it: what a browser would send, as it stands in a body. */
    record Form(String action, String id, List<String> fields, List<String> buttons, List<String> sources) {

        String body() {
            return String.join("&", fields);
        }
    }

    private void signIn() throws IOException, InterruptedException {
        if (account != null) {
            Form form = forms(get("/signin").body()).get(0);
            String body = form.body()
                    .replace("form%3Ausername=", "form%3Ausername=" + account)
                    .replace("form%3Apassword=", "form%3Apassword=" + account);
            post(form.action(), body + "&form%3Aenter=");
        }
    }

    /** The page as it stands; somebody whose session was ended signs in again. */
    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.headers().firstValue("Location").orElse("").contains("/signin?")) {
            signIn();
            return get(path);
        }
        return answer;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "en");
    }

    /** The forms of a page that pages themselves take. */
    static List<Form> forms(String page) {
        List<Form> forms = new ArrayList<>();
        for (Matcher form = FORM.matcher(page); form.find(); ) {
            String content = form.group(2);
            List<String> fields = new ArrayList<>();
            for (Matcher field = FIELD.matcher(content); field.find(); ) {
                String name = attribute(field.group(2), "name");
                if (!name.isEmpty() && !"file".equals(attribute(field.group(2), "type"))) {
                    fields.add(encoded(name) + "=" + encoded(value(field, content)));
                }
            }
            if (content.contains(STATE)) {
                String id = attribute(form.group(1), "id");
                List<String> sources = all(SOURCE, page);
                sources.removeIf(source -> !source.startsWith(id));
                forms.add(new Form(attribute(form.group(1), "action"), id, fields, all(BUTTON, content), sources));
            }
        }
        return forms;
    }

    private static String value(Matcher field, String form) {
        String kind = field.group(1);
        if ("input".equals(kind)) {
            return attribute(field.group(2), "value");
        }
        String content = form.substring(field.end(), form.indexOf("</" + kind, field.end()));
        Matcher chosen = CHOSEN.matcher(content);
        return "textarea".equals(kind) ? plain(content) : chosen.find() ? attribute(chosen.group(), "value") : "";
    }

    /** Names of whatever the page's own links and filters ask pages for. */
    static Set<String> parameters(String page) {
        return new TreeSet<>(all(PARAMETER, page));
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        for (Matcher one = pattern.matcher(text); one.find(); ) {
            all.add(one.group(1));
        }
        return all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? plain(value.group(1)) : "";
    }

    private static String plain(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
