package org.kizuna.draft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page may send as its draft. */
class DraftBodyTest {

    private static String body(String values) {
        return "{\"address\":\"/partner/edit?ref=P-000080\",\"title\":\"Edit Japan\",\"content\":{\"values\":" + values
                + ",\"rows\":{\"names\":2}}}";
    }

    @Test
    void keepsFieldsInTheirOrderAndHowManyRowsThereAre() {
        DraftBody draft = DraftBody.of(body("[[\"form:note\",\"外務省\"],[\"form:names:1:name\",\"b\"]]"));
        assertThat(draft.address()).isEqualTo("/partner/edit?ref=P-000080");
        assertThat(draft.content())
                .isEqualTo(
                        "{\"values\":[[\"form:note\",\"外務省\"],[\"form:names:1:name\",\"b\"]],\"rows\":{\"names\":2}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"form:password", "form:current", "form:newPassword", "form:tokenName", "jakarta.faces.ViewState"
            })
    void dropsSecretsWhateverThePageSends(String field) {
        assertThat(DraftBody.of(body("[[\"" + field + "\",\"secret\"]]")).content())
                .doesNotContain("secret");
    }

    @Test
    void keepsACurrency() {
        assertThat(DraftBody.of(body("[[\"form:currency\",\"JPY\"]]")).content())
                .contains("JPY");
    }

    @Test
    void cutsALongTitleBetweenCharacters() {
        String title = "\ud83d\udcdc".repeat(400);
        String body = "{\"address\":\"/\",\"title\":\"" + title + "\",\"content\":{\"values\":[],\"rows\":{}}}";
        assertThat(DraftBody.of(body).title().codePoints()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"address\":\"/\",\"title\":\"\",\"content\":{}}",
                "{\"address\":\"/\",\"title\":\"\",\"content\":{\"values\":\"none\",\"rows\":{}}}",
                "{\"address\":\"/\",\"title\":\"\",\"content\":{\"values\":[[\"a\"]],\"rows\":{}}}",
                "{\"address\":\"/\",\"title\":\"\",\"content\":{\"values\":[[\"a\",1]],\"rows\":{}}}",
                "{\"address\":\"https://elsewhere/\",\"title\":\"\",\"content\":{\"values\":[],\"rows\":{}}}",
                "{\"address\":\"//elsewhere\",\"title\":\"\",\"content\":{\"values\":[],\"rows\":{}}}",
                "{\"address\":\"/a b\",\"title\":\"\",\"content\":{\"values\":[],\"rows\":{}}}"
            })
    void refusesWhatIsNoDraft(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> DraftBody.of(body));
    }
}
