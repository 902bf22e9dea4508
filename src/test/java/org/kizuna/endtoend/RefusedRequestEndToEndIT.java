package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.shared.Words;

/** What is refused before any page sees it is refused in words, with the headers of every answer. */
@Tag("long")
@ExtendWith(Samples.class)
class RefusedRequestEndToEndIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded|";
    private static final int PATIENCE = 20_000;

    private final Launched kizuna;

    RefusedRequestEndToEndIT(Launched kizuna) {
        this.kizuna = kizuna;
    }

    @ParameterizedTest
    @CsvSource({
        "GET /partner/%00, '', 400, error.400",
        "POST /signin, 'Content-Type: multipart/form-data; boundary=x|Content-Length: 3|', 400, error.400",
        "GET /WEB-INF/web.xml, '', 404, error.404",
        "GET /META-INF/, '', 404, error.404",
        "TRACE /signin, '', 405, error.405",
        "NONSENSE /signin, '', 405, error.405",
        "PUT /signin, '', 405, error.405",
        "DELETE /partner/list, '', 405, error.405",
        "POST /signin, '" + FORM + "Content-Length: 1048577|', 413, error.413",
        "POST /signin, '" + FORM + "Content-Length: 99999999|', 413, error.413",
        "POST /document/attach, 'Content-Type: multipart/form-data; boundary=x|Content-Length: 99999999|', 413, error.413",
        "POST /signin, '" + FORM + "Sec-Fetch-Site: cross-site|Content-Length: 0|', 403, error.foreign",
        "POST /signin, 'Content-Type: text/plain; charset=utf-16|Content-Length: 1|', 415, error.400",
        "POST /signin, 'Transfer-Encoding: chunked|', 411, error.400",
        "GET /signin, 'Accept: text/html;q=|', 400, error.400",
        "POST /signin, '" + FORM + "Content-Type: text/plain|Content-Length: 1|', 400, error.400"
    })
    void refusesInWords(String line, String headers, int status, String key) throws IOException {
        for (Locale language : Words.LANGUAGES) {
            String host = "Host: localhost:" + kizuna.address().getPort() + "|";
            assertInWords(
                    send(line, host + headers + "Accept-Language: " + language.getLanguage() + "|"),
                    language,
                    status,
                    key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ja"})
    void refusesInWordsWhatIsTooLong(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        String host = "Host: localhost:" + kizuna.address().getPort() + "|Accept-Language: " + language + "|";
        assertInWords(send("GET /signin?next=" + "a".repeat(70_000), host), locale, 414, "error.414");
        assertInWords(send("GET /signin", host + "X: " + "a".repeat(140_000) + "|"), locale, 431, "error.431");
        String cookies = IntStream.range(0, 300).mapToObj(i -> "c" + i + "=1").collect(Collectors.joining("; "));
        assertInWords(send("GET /signin", host + "Cookie: " + cookies + "|"), locale, 400, "error.400");
        assertInWords(
                send("GET /signin", "Host: evil.example|Accept-Language: " + language + "|"), locale, 421, "error.421");
    }

    private static void assertInWords(String answer, Locale language, int status, String key) {
        String head =
                answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n"))).toLowerCase(Locale.ROOT);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(head)
                .contains("x-content-type-options: nosniff", "x-frame-options: deny", "content-security-policy: ")
                .contains("content-type: text/html;charset=utf-8");
        assertThat(answer)
                .contains("<html lang=\"" + language.getLanguage() + "\"")
                .contains("<title>" + Words.text(language, key) + " · Kizuna</title>")
                .contains(Words.text(language, key + ".what"));
    }

    /** As it is written here, without what a library of HTTP would mend. */
    private String send(String line, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", kizuna.address().getPort())) {
            socket.setSoTimeout(PATIENCE);
            String request = line + " HTTP/1.1\r\nAccept: text/html\r\n" + headers.replace("|", "\r\n")
                    + "Connection: close\r\n\r\n" + (headers.contains("Content-Length: 3|") ? "--y" : "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
