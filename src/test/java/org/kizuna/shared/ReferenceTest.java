package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"KZ-2021-0007", "P-000001", "日本-1", "JPN.2021_05", "A"})
    void acceptsWhatPeopleUse(String reference) {
        assertThat(Reference.isValid(reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A/B", "A&B", "A|B", "A?B", "A B", "-A", "A\nB", "a<script>"})
    void refusesWhatPublishedIdentifiersMayNotHold(String reference) {
        assertThat(Reference.isValid(reference)).isFalse();
    }

    @Test
    void refusesMoreThanSixtyCharacters() {
        assertThat(Reference.isValid("A".repeat(60))).isTrue();
        assertThat(Reference.isValid("A".repeat(61))).isFalse();
    }

    @Test
    void makesOneWhereNoneIsTyped() {
        Problems problems = new Problems();
        assertThat(Reference.typedOr(problems, "  ", () -> Reference.numbered("P", 7)))
                .isEqualTo(new Reference("P-000007"));
        assertThat(problems.any()).isFalse();
    }

    @Test
    void saysWhereATypedOneIsWrong() {
        Problems problems = new Problems();
        Reference.typedOr(problems, "A/B", () -> Reference.numbered("P", 7));
        assertThat(problems.found()).extracting(InvalidInput.Problem::field).containsExactly("reference");
    }
}
