package org.kizuna.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.shared.InvalidInput;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{} {}",
                "{}x",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": \"\\udc00\\ud800\"}",
                "{\"\\ud800\": 1}",
                "{\"a\": 1e2147483647}",
                "{\"a\": -1e-2147483647}",
                "{\"a\": 99999999999999999999999999999999999999999999999999999999999999999999999999}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": 1,}",
                "{'a': 1}",
                "{\"a\": "
            })
    void refusesWhatTwoReadersCouldReadDifferently(String text) {
        assertThatThrownBy(() -> Body.of(text)).isInstanceOf(MalformedBody.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> Body.of("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isInstanceOf(MalformedBody.class);
    }

    @Test
    void readsEverythingElseAsItIs() {
        Body body = Body.of("{\"text\": \"\\ud83d\\ude00 絆\", \"amount\": 1234.50, \"yes\": true, \"no\": null}");
        assertThat(body.text("text")).isEqualTo("\ud83d\ude00 絆");
        assertThat(body.decimal("amount")).isEqualTo(new BigDecimal("1234.50"));
        assertThat(body.truth("yes")).isTrue();
        assertThat(body.text("no")).isNull();
        body.refuseProblems();
    }

    @Test
    void takesTwoHundredRowsOfAList() {
        Body most = Body.of("{\"names\": [" + "{},".repeat(199) + "{}]}");
        assertThat(most.list("names", row -> "")).hasSize(200);
        most.refuseProblems();
        Body more = Body.of("{\"names\": [" + "{},".repeat(200) + "{}]}");
        assertThat(more.list("names", row -> "")).isEmpty();
        assertThatThrownBy(more::refuseProblems)
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems())
                        .extracting(InvalidInput.Problem::field)
                        .containsExactly("names"));
    }

    @Test
    void matchesStrongTagsAlone() {
        assertThat(Versions.expected("\"7\"")).isEqualTo(7);
        assertThat(Versions.expected("W/\"7\"")).isEqualTo(Versions.NO_MATCH);
        assertThatThrownBy(() -> Versions.expected("seven")).isInstanceOf(VersionMissing.class);
    }
}
