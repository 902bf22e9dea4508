package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; USD; 100.000; 100000; 100.00",
                "en; USD; 1.500; 1500; 1.50",
                "en; USD; 1,500; 1500; 1.50",
                "en; JPY; 100.000; 100000; 100",
                "fr; JPY; 1.000; 1000; 1",
                "fr; JPY; 1,000; 1000; 1",
                "fr; USD; 1,500; 1500; 1,50",
                "fr; USD; 1.500; 1500; 1,50",
                "ja; USD; 1,234; 1234; 1.234",
                "ja; EUR; -2.500; -2500; -2.50",
                "en; EUR; \u22122.500; -2500; -2.50",
                "en; USD; 1234.500; 1234500; 1234.50",
                "en; USD; 0.500; 0500; 0.50",
                "en; KWD; 2,345; 2345; 2.345",
                "fr; KWD; 1.234; 1234; 1,234",
                "en; USD; \uff11\uff0c\uff15\uff10\uff10; 1500; 1.50",
                "en; USD; 1 234.567; 1234567; 1234.567",
                "en; ; 100,000; 100000; 100.00"
            })
    void asksAboutOneSignBeforeTheLastThreeDigits(
            String language, String currency, String typed, String thousands, String decimals) {
        AmountText text = AmountText.of(typed);
        assertThat(text.isAmbiguous(locale(language), currency(currency))).isTrue();
        assertThat(text.read(locale(language), currency(currency))).isEmpty();
        List<String> readings = text.readings(locale(language), currency(currency));
        assertThat(readings.get(1)).isEqualTo(decimals);
        assertThat(new BigDecimal(readings.get(0))).isEqualByComparingTo(thousands);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; USD; 1,234.56; 1234.56",
                "en; USD; 1234.5; 1234.5",
                "en; USD; 1,000,000; 1000000",
                "en; USD; 1.000.000; ",
                "en; USD; -5; -5",
                "en; USD; \u22125.25; -5.25",
                "en; USD; +5; 5",
                "en; USD; 1 234 567.89; 1234567.89",
                "en; USD; 1'234'567.89; 1234567.89",
                "en; USD; 1\u202f234,56; 1234.56",
                "en; USD; 1,5; ",
                "fr; USD; 1 234,56; 1234.56",
                "fr; USD; 1\u202f234,56; 1234.56",
                "fr; USD; 1\u00a0234,5; 1234.5",
                "fr; USD; 1,234.56; 1234.56",
                "fr; USD; 1234.56; 1234.56",
                "fr; USD; 100 000; 100000",
                "ja; JPY; 1,000; 1000",
                "en; JPY; 1,234; 1234",
                "fr; KWD; 2,345; 2.345",
                "en; KWD; 1.234; 1.234",
                "en; KWD; 1,234.567; 1234.567",
                "en; USD; \uff11\uff12\uff13; 123"
            })
    void readsWhatHasOneReading(String language, String currency, String typed, String read) {
        assertThat(AmountText.of(typed)
                        .read(locale(language), currency(currency))
                        .map(BigDecimal::toPlainString))
                .isEqualTo(java.util.Optional.ofNullable(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,34.5", "abc", "1e5", "1.2.3", "$5", "--5", "5-", "1,,000", ".", ",", "1.", "1 2", "NaN", "0x10"
            })
    void readsNoNumberWhereNoneIs(String typed) {
        for (Locale language : Words.LANGUAGES) {
            assertThat(AmountText.of(typed).read(language, currency("USD"))).isEmpty();
            assertThat(AmountText.of(typed).readInFile(null)).isEmpty();
        }
    }

    @Test
    void readsEveryFigureAsOurPagesPrintIt() {
        for (String code : List.of("USD", "EUR", "JPY", "KWD")) {
            for (String amount : List.of("0", "7", "100", "1000", "-1500", "100000", "1234567", "98765432109876543")) {
                Currency currency = Currency.getInstance(code);
                Money money = new Money(new BigDecimal(amount), currency);
                for (Locale printed : Words.LANGUAGES) {
                    String text = Formats.amount(printed, money);
                    assertThat(AmountText.of(text).read(printed, currency).orElseThrow())
                            .as(code + " " + text)
                            .isEqualByComparingTo(amount);
                }
                assertThat(AmountText.of(money.plain())
                                .read(Locale.ENGLISH, currency)
                                .orElseThrow())
                        .isEqualByComparingTo(amount);
            }
        }
    }

    @Test
    void whatAFieldShowsIsReadAgain() {
        for (String amount : List.of("1234", "1234.50", "-1234567.89", "1000")) {
            for (Locale language : Words.LANGUAGES) {
                String shown = Formats.plainDecimal(language, new BigDecimal(amount));
                assertThat(AmountText.of(shown).read(language, null)).contains(new BigDecimal(amount));
            }
        }
    }

    @Test
    void asksAboutTheAmountsOfTheCase() {
        Case.text("page-amounts.txt").lines().skip(2).forEach(line -> {
            String[] row =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            boolean french = row[0].contains("French");
            Currency currency = Currency.getInstance(row[0].substring(0, 3));
            for (Locale language : french ? List.of(Locale.FRENCH) : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                AmountText typed = AmountText.of(row[1]);
                if (row[2].startsWith(currency.getCurrencyCode())) {
                    assertThat(typed.read(language, currency)).contains(new BigDecimal(row[2].substring(4)));
                } else {
                    assertThat(typed.isAmbiguous(language, currency)).as(line).isTrue();
                }
            }
        });
    }

    @Test
    void readsTheFiguresOfAFileAndSaysWhichStyleItHas() {
        List<String> figures = Case.text("csv-amounts-grouped.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 5)[4].replace("\"", ""))
                .toList();
        assertThat(figures.stream().map(figure -> AmountText.of(figure)
                        .readInFile(null)
                        .map(BigDecimal::toPlainString)
                        .orElse("?")))
                .containsExactly("1230.99", "1230.99", "1230.99", "4417458884", "1230.99", "1230.99", "?");
        assertThat(figures.stream()
                        .map(figure ->
                                AmountText.of(figure).style().map(Enum::name).orElse("-")))
                .containsExactly("POINT", "COMMA", "POINT", "-", "POINT", "POINT", "-");
        AmountText asked = AmountText.of(figures.get(6));
        assertThat(asked.isAmbiguousInFile()).isTrue();
        assertThat(asked.readInFile(AmountText.Style.POINT)).contains(new BigDecimal("1230"));
        assertThat(asked.readInFile(AmountText.Style.COMMA)).contains(new BigDecimal("1.230"));
    }

    private static Locale locale(String language) {
        return Locale.forLanguageTag(language);
    }

    private static @Nullable Currency currency(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }
}
