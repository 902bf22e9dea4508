package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zephyr Climate Fund ",
                "Zephyr\u00a0Climate\u202fFund",
                "Zephyr \u2003 Climate\tFund",
                "Zephyr\nClimate\r\nFund",
                "Zephyr\u3000Climate\u2028Fund",
                "Zephyr Climate\u0085Fund",
                "Zephyr Climate Fund\u200b",
                "\u202aZephyr Climate Fund\u202c",
                "\u2066Zephyr\u2069 Climate Fund",
                "\u202eZephyr Climate Fund",
                "Zeph\u00adyr Cli\u2060mate\ufeff Fund",
                "Zephyr \u200b Climate Fund",
                "Zephyr Cli\u034fmate Fund\u180e",
                "Zephyr Climate Fund\u0000\u0007\u009f",
                "Zephyr Climate\u3164 Fund",
                "Zephyr Climate Fund\ufe0f",
                "Zephyr Climate Fund\udb40\udc41",
                "Zephyr\u200d Climate\u200c Fund"
            })
    void keepsANameWithoutWhatNobodySees(String typed) {
        assertThat(Text.line(typed)).isEqualTo("Zephyr Climate Fund");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u200e\u200f", "\u3164", "\n\t", "\u202a\u202c", "\u0000"})
    void takesATextOfNothingForNone(String typed) {
        assertThat(Text.line(typed)).isNull();
        assertThat(Text.lines(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Persian, between letters that join
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                // Hindi and Sinhala, after a virama
                "\u0915\u094d\u200d\u0937",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf",
                "\u0d28\u0d4d\u200d",
                "\u0915\u094d\u200c\u0937",
                // a single mark of direction
                "\u05d0\u05d1\u200f (ABC)",
                "ABC\u200e \u05d0",
                "\u0627\u061c 1",
                // the shape of a Han letter, the selector belongs to it
                "\u8fbb\udb40\udd00\u672c"
            })
    void keepsWhatAScriptSpellsWith(String name) {
        assertThat(Text.line(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        // a joiner between letters that don't join, at an end, twice
        "A\u200cB,AB",
        "\u0645\u06cc\u200c,\u0645\u06cc",
        "\u0915\u094d\u200d\u200d\u0937,\u0915\u094d\u200d\u0937",
        "\u0627\u200c\u0628,\u0627\u0628",
        "\u05d0\u200f\u200f\u200e\u05d1,\u05d0\u200f\u05d1",
        // one composition
        "Socie\u0301te\u0301,Soci\u00e9t\u00e9",
    })
    void dropsTheSameSignsWhereTheySpellNothing(String typed, String kept) {
        assertThat(Text.line(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "Zephyr Climate Fund,\uff3a\uff45\uff50\uff48\uff59\uff52\u3000Climate Fund",
        "Zephyr Climate Fund,\u202aZephyr\u00a0\u00a0Climate Fund\u200b",
        "\u682a\u5f0f\u4f1a\u793e\u6d77\u98a8,\u337f\u6d77\u98a8",
        "\u30c8\u30e8\u30bf,\uff84\uff96\uff80",
        "Office 2,O\ufb03ce \u00b2",
        "\u0645\u06cc\u062e,\u0645\u06cc\u200c\u062e",
        "A B,A \u200f B",
    })
    void comparesWhatLooksAlikeAsOne(String one, String other) {
        assertThat(Text.compared(other)).isEqualTo(Text.compared(one));
        assertThat(Text.folded(other)).isEqualTo(Text.folded(one));
    }

    @Test
    void aNameIsShownWithoutWhatTurnsItRound() {
        assertThat(Text.shown("annex\u202Efdp\u2066.\u200F\u200Eexe\u0007\u00AD"))
                .isEqualTo("annexfdp.exe");
        assertThat(Text.shown("協定 (1).pdf")).isEqualTo("協定 (1).pdf");
        assertThat(Text.shown("plain.pdf")).isEqualTo("plain.pdf");
        assertThat(Text.shown("\u202E\u200F")).isEmpty();
        assertThat(Text.shown(null)).isEmpty();
    }

    @Test
    void comparesNamesWhateverTheirCase() {
        for (List<String> same : List.of(
                List.of("BLUE Heron", "blue  heron"),
                List.of("Stra\u00dfe", "STRASSE"),
                List.of("\u039f\u03b4\u03cc\u03c2", "\u039f\u0394\u038c\u03a3"))) {
            assertThat(Text.folded(same.get(0))).isEqualTo(Text.folded(same.get(1)));
            assertThat(Text.compared(same.get(0))).isNotEqualTo(Text.compared(same.get(1)));
        }
        assertThat(Text.folded("Zephyr")).isNotEqualTo(Text.folded("Zephir"));
    }

    @Test
    void keepsTheLinesOfANote() {
        assertThat(Text.lines(" First\r\n\n  second\u200b\u202e line\u00a0:\tthree\u2028four\u0007\n"))
                .isEqualTo("First\n\n  second line\u00a0:\tthree\nfour");
    }

    @Test
    void readsTheDonorsOfTwoFilesAsOne() {
        String known = Text.folded("Zephyr Climate Fund");
        for (String file : List.of("csv-invisible-1.csv", "csv-invisible-2.csv")) {
            Case.text(file).lines().skip(1).forEach(row -> assertThat(Text.folded(row.split(",", -1)[1]))
                    .as(row)
                    .isEqualTo(known));
        }
    }

    @Test
    void knowsWhatCodesAreWrittenIn() {
        assertThat(Text.isAscii(null)).isTrue();
        assertThat(Text.isAscii("KZ-2021-000001")).isTrue();
        assertThat(Text.isAscii("\u00e9")).isFalse();
        assertThat(Text.isAscii("\ud83d\udca9")).isFalse();
    }
}
