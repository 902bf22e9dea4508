package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"JPY, 1000, 1000", "USD, 1, 1.00", "KWD, 1.5, 1.500"})
    void standsAtTheCurrencysMinorUnit(String currency, String typed, String kept) {
        assertThat(Money.of(typed, currency).plain()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0.5", "USD, 0.005", "KWD, 0.0005"})
    void refusesWhatIsFinerThanTheSmallestCoin(String currency, String typed) {
        assertThatThrownBy(() -> Money.of(typed, currency)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.12", "0.135, 0.14", "-0.125, -0.12", "296128856.7731, 296128856.77"})
    void roundsHalfToEven(String figure, String rounded) {
        assertThat(Money.rounded(new BigDecimal(figure), Currency.getInstance("USD"))
                        .plain())
                .isEqualTo(rounded);
    }

    @Test
    void comparesOnlyWithinACurrency() {
        assertThat(Money.of("2", "USD")).isGreaterThan(Money.of("1", "USD"));
        assertThatThrownBy(() -> Money.of("2", "USD").compareTo(Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.000,JPY", "1.000,USD", "1.234,USD", "1000.5,JPY", "1.2345,KWD"})
    void refusesDecimalsThatMayHaveBeenThousands(String typed, String currency) {
        Problems problems = new Problems();
        problems.amount("amount", new BigDecimal(typed), Currency.getInstance(currency));
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly("tooFine");
    }

    @ParameterizedTest
    @CsvSource({"1.000,KWD", "1000.00,JPY", "1.00,USD", "1000,USD", "1.0000,USD"})
    void takesDecimalsThatCanMeanNothingElse(String typed, String currency) {
        Problems problems = new Problems();
        problems.amount("amount", new BigDecimal(typed), Currency.getInstance(currency));
        assertThat(problems.any()).isFalse();
    }
}
