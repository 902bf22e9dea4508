package org.kizuna.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the examples of RFC 8785, as far as they hold no floating point. */
class CanonicalJsonTest {

    @Test
    void ordersMembersByTheirUtf16Units() {
        Map<String, Object> members = Map.of(
                "\u20ac",
                "Euro Sign",
                "\r",
                "Carriage Return",
                "\ufb33",
                "Hebrew Letter Dalet With Dagesh",
                "1",
                "One",
                "\ud83d\ude00",
                "Emoji: Grinning Face",
                "\u0080",
                "Control",
                "\u00f6",
                "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapesAsLittleAsItMay() {
        assertThat(CanonicalJson.write("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void writesLiteralsListsAndNesting() {
        Map<String, Object> nested = new HashMap<>();
        nested.put("b", Arrays.asList(null, true, false, 10L));
        nested.put("a", Map.of());
        assertThat(CanonicalJson.write(nested)).isEqualTo("{\"a\":{},\"b\":[null,true,false,10]}");
    }

    @Test
    void refusesNumbersThatOthersWouldRound() {
        assertThatThrownBy(() -> CanonicalJson.write(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(List.of(0.1))).isInstanceOf(IllegalArgumentException.class);
    }
}
