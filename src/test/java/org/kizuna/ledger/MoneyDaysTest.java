package org.kizuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.rate.ExchangeRate;
import org.kizuna.rate.SomeRates;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Question;

class MoneyDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final Problems wrong = new Problems();
    private final Problems asked = new Problems();

    @ParameterizedTest
    @CsvSource({"1899-12-31", "2127-01-01", "0001-01-01", "9999-12-31"})
    void refusesDaysThatNoMoneyIsOf(LocalDate day) {
        MoneyDays.check(wrong, asked, "valueDate", day, TODAY);
        assertThat(wrong.found()).extracting(InvalidInput.Problem::key).containsExactly("moneyOutOfTime");
        assertThat(asked.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01", "1944-12-31", "2077-01-01", "2126-12-31"})
    void asksAboutDaysThatAreUnusual(LocalDate day) {
        MoneyDays.check(wrong, asked, "valueDate", day, TODAY);
        assertThat(asked.questions()).extracting(Question::code).containsExactly("unusualDate");
        assertThat(wrong.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1945-01-01", "2026-11-30", "2076-12-31"})
    void takesEveryOtherDay(LocalDate day) {
        MoneyDays.check(wrong, asked, "valueDate", day, TODAY);
        assertThat(asked.questions()).isEmpty();
        assertThat(wrong.any()).isFalse();
    }

    @Test
    void asksAboutMoneyFromBeforeTheAgreement() {
        MoneyDays.askBeforeAgreement(asked, LocalDate.of(2021, 6, 28), LocalDate.of(2021, 6, 29));
        assertThat(asked.questions()).extracting(Question::code).containsExactly("beforeAgreement");
    }

    @Test
    void asksNothingFromTheAgreementsFirstDayOn() {
        MoneyDays.askBeforeAgreement(asked, LocalDate.of(2021, 6, 29), LocalDate.of(2021, 6, 29));
        MoneyDays.askBeforeAgreement(asked, LocalDate.of(1980, 1, 1), null);
        assertThat(asked.questions()).isEmpty();
    }

    @Test
    void saysWhichRateAndOfWhichDayWhereItIsOld() {
        ExchangeRate rate = SomeRates.of("EUR", LocalDate.of(2026, 6, 1), new BigDecimal("0.8684"));
        MoneyDays.askStaleRate(asked, TODAY, rate);
        assertThat(asked.questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo("staleRate");
            assertThat(question.arguments()).containsExactly("EUR", "0.8684", LocalDate.of(2026, 6, 1), "182");
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-07-11, 0", "2026-07-12, 1"})
    void asksAboutRatesOlderThanFortyDays(LocalDate day, int questions) {
        ExchangeRate rate = SomeRates.of("EUR", LocalDate.of(2026, 6, 1), new BigDecimal("0.8684"));
        MoneyDays.askStaleRate(asked, day, rate);
        assertThat(asked.questions()).hasSize(questions);
    }
}
