package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Arabic and Hebrew among other text. */
class BidiTest {

    @Test
    void knowsWhatRunsFromTheRight() {
        assertThat(Bidi.runsFromRight("وزارة التجارة")).isTrue();
        assertThat(Bidi.runsFromRight("Ministry (משרד)")).isTrue();
        assertThat(Bidi.runsFromRight("\ud803\udd00")).as("Hanifi Rohingya").isTrue();
        assertThat(Bidi.runsFromRight("外務省 Ministère des affaires étrangères 12,5 %"))
                .isFalse();
        assertThat(Bidi.runsFromRight("")).isFalse();
    }

    @Test
    void isolatesANameInASentence() {
        assertThat(Words.text(Locale.ENGLISH, "edit.title", "مصر")).isEqualTo("Edit \u2068مصر\u2069");
        assertThat(Words.text(Locale.ENGLISH, "edit.title", "Japan")).isEqualTo("Edit Japan");
    }
}
