package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;

/** What nobody sends by mistake, the same at every run. */
final class Hostile {

    /** As they stand in a query or a form. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "%00",
            "%FF%FE",
            "%ED%A0%80",
            "%C0%AF",
            "%27%22%3E%3Cscript%3E",
            "1e2147483647",
            "-1",
            "0",
            "99999999999999999999999999",
            "-9223372036854775808",
            "2021-02-30",
            "0000-00-00",
            "9999-12-31",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "NaN",
            "%F0%9F%92%A9",
            "%E2%80%AE%D7%A9%D7%9C",
            "..%2F..%2Fetc%2Fpasswd",
            "%7B%7D",
            "%24%7B1%2B1%7D",
            "%23%7B1%2B1%7D",
            "JP",
            "true",
            "null",
            "*",
            "%25%25%25",
            "a".repeat(3_000),
            "P-000080",
            "KZ-2021-000001");

    /** As they stand in a JSON body. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e2147483647",
            "-1e-2147483647",
            "99999999999999999999999999999999999999999999999999",
            "1.5",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"1e2147483647\"",
            "\"2021-02-30\"",
            "\"9999-12-31\"",
            "\"+999999999-12-31\"",
            "\"2021-06-29T25:61\"",
            "\"NOBODY\"",
            "\"XX\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "[{}]",
            "[{\"a\": {\"b\": [1]}}]",
            "[\"text\", 1, null, {}]",
            "[" + "{},".repeat(4_999) + "{}]",
            "[".repeat(3_000) + "]".repeat(3_000));

    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    static List<String> json() {
        return JSON;
    }

    String text() {
        return any(TEXTS);
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean now(double chance) {
        return random.nextDouble() < chance;
    }

    /** No fault of the server: it may say that it has no time, and when to come again. */
    static void assertNoFault(SoftAssertions all, String what, HttpResponse<?> answer) {
        boolean busy = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
        if (answer.statusCode() >= 500 && !busy) {
            all.fail(
                    "%s: %d %s",
                    what.length() > 400 ? what.substring(0, 400) + "…" : what, answer.statusCode(), answer.body());
        }
        all.assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as("%.200s", what)
                .hasValue("nosniff");
        all.assertThat(answer.headers().firstValue("X-Frame-Options"))
                .as("%.200s", what)
                .hasValue("DENY");
    }

    static void assertMany(int requests, int atLeast) {
        assertThat(requests).as("requests").isGreaterThanOrEqualTo(atLeast);
    }
}
