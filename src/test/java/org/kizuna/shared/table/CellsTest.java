package org.kizuna.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"x\")", "-"})
    void neutralisesWhatASpreadsheetWouldCalculate(String text) {
        assertThat(Cells.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-146206.86", "+1", "12", "Komatsu Ltd.", "1 = 1", "日本", ""})
    void leavesNumbersAndNamesAlone(String text) {
        assertThat(Cells.safe(text)).isEqualTo(text);
    }
}
