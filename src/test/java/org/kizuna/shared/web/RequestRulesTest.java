package org.kizuna.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    private static final String REST = "/api/v1/partners";

    private final KnownHosts hosts = new KnownHosts(Set.of("kizuna.example.org", "10.1.2.3", "2001:db8::1"));
    private final RequestRules rules = new RequestRules(hosts);

    private int check(String method, String path, String... headers) {
        Map<String, String> head = new HashMap<>(Map.of("host", "localhost:8080"));
        for (int i = 0; i < headers.length; i += 2) {
            head.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
        }
        return rules.check(new RequestRules.Head(method, path, name -> head.get(name.toLowerCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "127.0.0.1:1",
                "[::1]:8080",
                "kizuna.example.org",
                "kizuna.example.org.",
                "10.1.2.3",
                "[2001:db8::1]"
            })
    void knowsTheNamesItIsBoundTo(String host) {
        assertThat(check("GET", "/partner/list", "Host", host)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "localhost:80@evil.example",
                "kizuna.example.org:x",
                "[::2]",
                ""
            })
    void refusesEveryOtherName(String host) {
        assertThat(check("GET", "/partner/list", "Host", host)).isEqualTo(421);
        assertThat(check("GET", "/health/ready", "Host", host))
                .as("health is asked by address")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://localhost:9090",
        "Origin, http://localhost:8080.evil.example",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesWhatAForeignPageSends(String header, String value) {
        assertThat(check("POST", REST, header, value)).isEqualTo(403);
        assertThat(check("GET", REST, header, value))
                .as("reading changes nothing")
                .isZero();
    }

    @Test
    void takesWhatItsOwnPagesSend() {
        assertThat(check("POST", REST, "Origin", "http://localhost:8080", "Sec-Fetch-Site", "same-origin"))
                .isZero();
        assertThat(check("POST", REST, "Host", "kizuna.example.org", "Origin", "https://kizuna.example.org"))
                .as("behind a proxy that speaks TLS")
                .isZero();
        assertThat(check("POST", REST, "Sec-Fetch-Site", "none")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 0",
        "application/json;charset=utf-8, 0",
        "application/json; charset=\"UTF-8\", 0",
        "application/json; charset=bogus, 415",
        "application/json; charset=utf-8; charset=utf-7, 400",
        "application/json; charset, 400",
        "application/json; charset=iso-8859-1, 415",
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data; boundary=x, 415"
    })
    void takesJsonAloneOverRest(String type, int status) {
        assertThat(check("POST", REST, "Content-Length", "2", "Content-Type", type))
                .isEqualTo(status);
    }

    @Test
    void takesFilesOfProgramsWhereTheyBelong() {
        String file = "application/octet-stream";
        for (String path : new String[] {"/api/v1/documents", "/api/v1/imports"}) {
            assertThat(check("POST", path, "Content-Length", "30000000", "Content-Type", file))
                    .isZero();
            assertThat(check("POST", path, "Content-Length", "60000000", "Content-Type", file))
                    .isEqualTo(413);
            assertThat(check("POST", path, "Content-Length", "2", "Content-Type", "multipart/form-data; boundary=x"))
                    .isEqualTo(415);
            assertThat(check("POST", path, "Content-Length", "2", "Content-Type", file, "Sec-Fetch-Site", "cross-site"))
                    .isEqualTo(403);
        }
        assertThat(check("POST", REST, "Content-Length", "2", "Content-Type", file))
                .isEqualTo(415);
        assertThat(check("POST", "/document/attach", "Content-Length", "2000000", "Content-Type", file))
                .isEqualTo(413);
    }

    @Test
    void boundsWhatIsSent() {
        String form = "application/x-www-form-urlencoded";
        String file = "multipart/form-data; boundary=x";
        assertThat(check("POST", "/partner/edit", "Content-Length", "1048576", "Content-Type", form))
                .isZero();
        assertThat(check("POST", "/partner/edit", "Content-Length", "1048577", "Content-Type", form))
                .isEqualTo(413);
        assertThat(check("POST", "/partner/edit", "Content-Length", "1048577", "Content-Type", file))
                .as("a page without files")
                .isEqualTo(413);
        assertThat(check("POST", "/document/attach", "Content-Length", "30000000", "Content-Type", file))
                .isZero();
        assertThat(check("POST", "/document/attach", "Content-Length", "60000000", "Content-Type", file))
                .isEqualTo(413);
        assertThat(check("POST", "/partner/edit", "Transfer-Encoding", "chunked", "Content-Type", form))
                .isEqualTo(411);
        assertThat(check(
                        "POST",
                        REST,
                        "Content-Length",
                        "2",
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip"))
                .isEqualTo(415);
        assertThat(check("TRACE", REST)).isEqualTo(405);
        assertThat(check("POST", "/partner/edit", "Content-Length", "3", "Content-Type", form + "; charset=bogus"))
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /partner/list, 0",
        "HEAD, /partner/list, 0",
        "PUT, /partner/list, 405",
        "DELETE, /partner/list, 405",
        "OPTIONS, /signin, 405",
        "NONSENSE, /signin, 405",
        "PUT, /drafts, 0",
        "DELETE, /drafts, 0",
        "PATCH, /api/v1/partners, 0",
        "GET, /WEB-INF/web.xml, 404",
        "GET, /web-inf, 404",
        "GET, //META-INF/MANIFEST.MF, 404",
        "GET, /partner/web-info, 0"
    })
    void takesFromPagesWhatFormsAndLinksAskFor(String method, String path, int status) {
        assertThat(check(method, path)).isEqualTo(status);
    }

    @Test
    void readsNoTypeThatIsNone() {
        assertThat(check("GET", REST, "Accept", "application/json;q=")).isEqualTo(400);
        assertThat(check("GET", "/signin", "Accept", "text/html;level")).isEqualTo(400);
        assertThat(check("GET", "/signin", "Accept", "text/html;q=0.9, */*;q=.2"))
                .isZero();
    }

    @Test
    void readsNoControlCharactersInAnAddress() {
        assertThat(check("GET", "/partner/\0")).isEqualTo(400);
        assertThat(check("GET", "/partner/list\r\nX: y")).isEqualTo(400);
    }

    @Test
    void boundsAddressAndHeaders() {
        assertThat(RequestRules.checkLengths(65_536, 131_072)).isZero();
        assertThat(RequestRules.checkLengths(65_537, 0)).isEqualTo(414);
        assertThat(RequestRules.checkLengths(0, 131_073)).isEqualTo(431);
    }
}
