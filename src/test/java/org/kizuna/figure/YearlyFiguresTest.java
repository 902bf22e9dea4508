package org.kizuna.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kizuna.contribution.Instrument;

class YearlyFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final List<YearInstrument> cells = new ArrayList<>();

    @Test
    void showsTheYearsThatHangTogether() {
        years(2013, 2024, 50);
        assertThat(shown()).isEqualTo(new FigurePeriod(2013, 2024));
    }

    @Test
    void oneStrayEntryDoesNotStretchWhatIsShownButIsCounted() {
        years(2013, 2024, 50);
        years(1999, 1999, 1);
        years(2010, 2010, 2);
        years(2041, 2041, 1);
        assertThat(shown()).isEqualTo(new FigurePeriod(2013, 2024));
        assertThat(yearly().outside(shown())).isEqualTo(4);
        assertThat(yearly().years()).startsWith(1999, 2010, 2013).endsWith(2024, 2041);
    }

    @Test
    void theRunningYearIsShownHoweverLittleItHolds() {
        years(2013, 2024, 50);
        years(2026, 2026, 1);
        assertThat(shown()).isEqualTo(new FigurePeriod(2013, 2026));
    }

    @Test
    void aLateStrayEntryDoesNotStretchIt() {
        years(2000, 2012, 50);
        years(2024, 2024, 1);
        assertThat(shown()).isEqualTo(new FigurePeriod(2000, 2012));
    }

    @Test
    void yearsFarApartAreShownWhereNoneHoldsNextToNothing() {
        years(2012, 2012, 1);
        years(2017, 2017, 1);
        years(2022, 2022, 1);
        assertThat(shown()).isEqualTo(new FigurePeriod(2012, 2022));
    }

    @Test
    void ofManyYearsTheLastTwentyAreShown() {
        years(1975, 2025, 10);
        assertThat(shown()).isEqualTo(new FigurePeriod(2006, 2025));
        assertThat(yearly().outside(shown())).isEqualTo(310);
    }

    @Test
    void whatIsOnlyOfTheFutureIsShown() {
        years(2030, 2031, 1);
        assertThat(shown()).isEqualTo(new FigurePeriod(2030, 2031));
    }

    @Test
    void nothingIsShownAsThisYear() {
        assertThat(shown()).isEqualTo(new FigurePeriod(2026, 2026));
        assertThat(yearly().years()).isEmpty();
    }

    @Test
    void aYearIsComparedWithTheYearBefore() {
        received(2023, "200");
        received(2024, "150");
        Comparison comparison = comparison(2024);
        assertThat(comparison.change()).isEqualByComparingTo("-0.25");
        assertThat(comparison.ofDays()).isFalse();
        assertThat(comparison.beforeFrom()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(comparison.beforeTo()).isEqualTo(LocalDate.of(2023, 12, 31));
    }

    /** 2024 is no year before 2026. */
    @Test
    void aYearAfterAMissingOneIsComparedWithNothing() {
        received(2024, "320466867.81");
        received(2026, "870809.23");
        Comparison comparison = comparison(2026);
        assertThat(comparison.before()).isNull();
        assertThat(comparison.change()).isNull();
        assertThat(comparison.beforeFrom().getYear()).isEqualTo(2025);
        assertThat(yearly().all(2025)).isNull();
    }

    @Test
    void theRunningYearIsComparedWithTheSameDaysOfTheYearBefore() {
        received(2025, "1000");
        received(2026, "300");
        List<LocalDate> asked = new ArrayList<>();
        Comparison comparison = yearly().comparison(2026, TODAY, (from, to) -> {
            asked.addAll(List.of(from, to));
            return figures("400", 3);
        });
        assertThat(asked).containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 11, 30));
        assertThat(comparison.change()).isEqualByComparingTo("-0.25");
        assertThat(comparison.ofDays()).isTrue();
        assertThat(comparison.to()).isEqualTo(TODAY);
    }

    @Test
    void theSameDaysWithoutEntriesAreNoFigureOfZero() {
        received(2025, "1000");
        received(2026, "300");
        assertThat(yearly().comparison(2026, TODAY, (from, to) -> Figures.NONE).before())
                .isNull();
    }

    @Test
    void theLastDayOfFebruaryIsComparedWithTheLastDayOfFebruary() {
        received(2027, "1");
        received(2028, "1");
        Comparison comparison = yearly().comparison(2028, LocalDate.of(2028, 2, 29), (from, to) -> figures("1", 1));
        assertThat(comparison.beforeTo()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void nothingReceivedBeforeGivesNoPercent() {
        received(2023, "0");
        received(2024, "150");
        assertThat(comparison(2024).before()).isEqualByComparingTo("0");
        assertThat(comparison(2024).change()).isNull();
    }

    private void years(int from, int to, long entries) {
        IntStream.rangeClosed(from, to)
                .forEach(year -> cells.add(new YearInstrument(year, Instrument.ASSESSED, figures("1", entries))));
    }

    private void received(int year, String amount) {
        cells.add(new YearInstrument(year, Instrument.ASSESSED, figures(amount, 1)));
    }

    private static Figures figures(String received, long entries) {
        return new Figures(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(received), BigDecimal.ZERO, entries, 0L);
    }

    private YearlyFigures yearly() {
        return new YearlyFigures(cells.stream()
                .sorted(java.util.Comparator.comparing(YearInstrument::year))
                .toList());
    }

    private FigurePeriod shown() {
        return yearly().shown(TODAY);
    }

    private Comparison comparison(int year) {
        return yearly().comparison(year, TODAY, (from, to) -> fail("Only the running year is compared by days"));
    }
}
