package org.kizuna.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.shared.Words;

class RefusedRequestTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 410, 413, 414, 421, 431, 500, 503})
    void hasWordsForReadersInEveryLanguage(int status) {
        for (Locale language : Words.LANGUAGES) {
            RefusedRequest refused = RefusedRequest.of(
                    status, Integer.toString(status), "/signin", "text/html,*/*", language.toString());
            assertThat(refused.type()).isEqualTo("text/html;charset=UTF-8");
            assertThat(refused.body())
                    .contains("<html lang=\"" + language.getLanguage() + "\"")
                    .contains("<h1>" + Words.text(language, "error." + status) + "</h1>")
                    .contains("<p>" + Words.text(language, "error." + status + ".what") + "</p>")
                    .doesNotContain("???");
        }
    }

    @Test
    void fallsBackToWordsOfItsKind() {
        assertThat(RefusedRequest.of(418, "418", "/", "text/html", "en").body())
                .contains(Words.text(Locale.ENGLISH, "error.400"));
        assertThat(RefusedRequest.of(507, "507", "/", "text/html", null).body())
                .contains(Words.text(Locale.ENGLISH, "error.500"));
    }

    @Test
    void answersProgramsInJson() {
        RefusedRequest rest = RefusedRequest.of(413, "413", "/api/v1/partners", "text/html", "fr-CH, en;q=0.5");
        assertThat(rest.type()).isEqualTo("application/problem+json");
        assertThat(rest.body())
                .contains("\"type\":\"urn:kizuna:problem:http.413\"", "\"status\":413")
                .contains(Words.text(Locale.FRENCH, "http.413"));
        assertThat(RefusedRequest.of(403, "foreign", "/drafts", "*/*", null).body())
                .contains("urn:kizuna:problem:http.foreign");
    }
}
