package org.kizuna.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                " application/json ; charset=\"utf-8\";",
                "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk",
                "multipart/form-data; boundary=\"a, b; c=\\\"d\\\"\"",
                "application/vnd.api+json;q=0.5"
            })
    void readsATypeWithItsParameters(String type) {
        assertThat(HeaderSyntax.isType(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "/",
                "application/json; charset",
                "application/json; charset=",
                "application/json; q=x",
                "application/json; =",
                "application/json; charset=\"utf-8",
                "application/json; charset=utf-8; charset=utf-7",
                "application/json, text/plain"
            })
    void readsNothingElseForAType(String type) {
        assertThat(HeaderSyntax.isType(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/signed-exchange;v=b3;q=0.7, ,",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "a/b;c=\",\", d/e"
            })
    void readsWhatBrowsersAndProgramsAskFor(String types) {
        assertThat(HeaderSyntax.areTypes(types)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=",
                "application/json;q=x",
                "text/html;level",
                "text/html;q",
                "a/b;c=\"",
                "a/b;c=\", d/e",
                "application"
            })
    void readsNothingElseForWhatIsAskedFor(String types) {
        assertThat(HeaderSyntax.areTypes(types)).isFalse();
    }

    @Test
    void readsTheLongestHeaderWithoutGoingBack() {
        assertThat(HeaderSyntax.areTypes("a/b;" + "c=d;".repeat(30_000) + "\"")).isFalse();
        assertThat(HeaderSyntax.areTypes("a/b,".repeat(30_000))).isTrue();
    }
}
