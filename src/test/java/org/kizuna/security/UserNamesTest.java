package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserNamesTest {

    @Test
    void comparesNamesInOneForm() {
        assertThat(UserNames.compared("Officer")).contains("officer");
        assertThat(UserNames.compared("ｏｆｆｉｃｅｒ")).contains("officer");
        assertThat(UserNames.compared("山田")).contains("山田");
        assertThat(UserNames.compared("ófficer")).isNotEqualTo(UserNames.compared("officer"));
    }

    @Test
    void takesNothingForANameThatIsNone() {
        for (String none : new String[] {
            "",
            "a",
            " officer",
            "officer ",
            "a b",
            "a:b",
            "' or 1=1 --",
            "%",
            "a\u0000b",
            "off\u200bicer",
            "x".repeat(61),
            "x".repeat(100_000)
        }) {
            assertThat(UserNames.compared(none))
                    .as(none.length() > 99 ? "long" : none)
                    .isEmpty();
        }
        assertThat(UserNames.compared(null)).isEmpty();
    }

    @Test
    void mixesOnlyScriptsThatAreWrittenTogether() {
        for (String name : List.of("officer", "山田taro", "kim김", "Иван", "אורי", "やまだ.山田")) {
            assertThat(UserNames.mixesScripts(name)).as(name).isFalse();
        }
        for (String name : List.of("оfficer", "ivanИ", "αlpha", "pаypal")) {
            assertThat(UserNames.mixesScripts(name)).as(name).isTrue();
        }
    }

    @Test
    void knowsWhatTheEyeTakesForAnother() {
        assertThat(UserNames.looksReserved("SYSTEM")).isTrue();
        assertThat(UserNames.looksReserved("ѕуѕтем".replace("т", "t").replace("м", "m")))
                .isTrue();
        assertThat(UserNames.lookAlike("admin", "аdmіn")).isTrue();
        assertThat(UserNames.lookAlike("admin", "auditor")).isFalse();
        assertThat(UserNames.toChange(List.of("officer", "аdmіn", "admin", "system", "auditor")))
                .containsExactly("аdmіn", "admin", "system");
    }

    /** A capital I is that of both. */
    @Test
    void knowsADotlessLetterFromTheDotted() {
        assertThat(UserNames.takenForAnother("officer", "off\u0131cer")).isTrue();
        assertThat(UserNames.takenForAnother("admin", "аdmіn")).isTrue();
        assertThat(UserNames.takenForAnother("officer", "OFFICER"))
                .as("one name")
                .isFalse();
        assertThat(UserNames.takenForAnother("officer", "officer2")).isFalse();
    }
}
