package org.kizuna.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kizuna.shared.AmountText;

class FigureStyleTest {

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void aFileWhoseFiguresTellItsStyleIsReadByIt() {
        assertThat(read("1,230", "10.50", "7")).isEqualTo(new BigDecimal("1230"));
        assertThat(read("1,230", "10,5", "7")).isEqualTo(new BigDecimal("1.230"));
        assertThat(read("1.230", "1 000,50")).isEqualTo(new BigDecimal("1230"));
        assertThat(read("4 417 458 884", "7")).isEqualTo(new BigDecimal("4417458884"));
        assertThat(read("-12.3450", "7")).isEqualTo(new BigDecimal("-12.3450"));
        assertThat(findings).isEmpty();
    }

    @Test
    void whatHasTwoReadingsIsNotReadWhereTheFileTellsNothingOrTwoThings() {
        assertThat(read("1,230", "7", "8")).isNull();
        assertThat(read("1.230")).isNull();
        assertThat(read("1,230", "1,230.99", "1.230,99")).isNull();
        assertThat(findings).extracting(Finding::key).containsOnly("figureAmbiguous");
    }

    @Test
    void namesAFigureThatIsWrittenOtherwiseThanMost() {
        assertThat(read("1.230,99", "1,230.99", "2,230.99")).isNull();
        assertThat(findings).extracting(Finding::key).containsExactly("figureOfAnotherStyle");
    }

    @Test
    void readsNoNumberWhereNoneIs() {
        for (String text : List.of("1e3", "abc", "1..2", "12,34,5")) {
            assertThat(read(text, "10.50")).isNull();
        }
        assertThat(findings).extracting(Finding::key).containsOnly("notANumber");
    }

    private @Nullable BigDecimal read(String figure, String... others) {
        List<AmountText> all = new ArrayList<>(List.of(AmountText.of(figure)));
        Arrays.stream(others).map(AmountText::of).forEach(all::add);
        return FigureStyle.of(all).read(AmountText.of(figure), findings);
    }
}
