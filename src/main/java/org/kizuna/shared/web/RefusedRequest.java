package org.kizuna.shared.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Words;

/**
 * What is answered to a request that no page and no resource answers: a page for somebody who reads it, and
 * {@code application/problem+json} for a program [RFC 9457]. It asks nothing of a session, a database or another page.
 *
 * @param status of RFC 9110
 * @param problem names the words, which are those of the status where there are none of their own
 * @param language of the words
 * @param page whether somebody reads it
 */
record RefusedRequest(int status, String problem, Locale language, boolean page) {

    /** Seconds after which what could not be done now may be tried again. */
    static final String RETRY_AFTER = "5";

    static RefusedRequest of(
            int status, String problem, String path, @Nullable String accept, @Nullable String acceptLanguage) {
        boolean page = !path.startsWith("/api/") && accept != null && accept.contains("text/html");
        String first = acceptLanguage == null ? "" : acceptLanguage.split("[,;]", 2)[0].strip();
        return new RefusedRequest(status, problem, Words.closest(Locale.forLanguageTag(first)), page);
    }

    String type() {
        return page ? "text/html;charset=UTF-8" : "application/problem+json";
    }

    String body() {
        return page ? html() : json();
    }

    private String json() {
        String key = first("http." + problem, "http." + status, "http.400");
        return "{\"type\":\"urn:kizuna:problem:%1$s\",\"title\":\"%2$s\",\"status\":%3$d,\"detail\":\"%2$s\"}"
                .formatted(key, word(key), status);
    }

    private String html() {
        String key = first("error." + problem, "error." + status, status < 500 ? "error.400" : "error.500");
        return """
                <!DOCTYPE html>
                <html lang="%1$s" data-theme="auto">
                <head>
                  <meta charset="UTF-8"/>
                  <title>%2$s · Kizuna</title>
                  <meta name="viewport" content="width=device-width, initial-scale=1"/>
                  <link rel="stylesheet" href="/jakarta.faces.resource/kizuna.css.xhtml?ln=kizuna"/>
                </head>
                <body>
                  <div class="alone">
                    <main class="card">
                      <a class="brand" href="/">Kizuna<small>%3$s</small></a>
                      <h1>%2$s</h1>
                      <p>%4$s</p>
                      <p><a class="btn go" href="/">%5$s</a></p>
                    </main>
                  </div>
                </body>
                </html>
                """.formatted(language.getLanguage(), word(key), word("brand"), word(key + ".what"), word("error.home"));
    }

    private String first(String... keys) {
        for (String key : keys) {
            if (Words.has(language, key)) {
                return key;
            }
        }
        return keys[keys.length - 1];
    }

    private String word(String key) {
        return Words.text(language, key);
    }
}
