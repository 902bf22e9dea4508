package org.kizuna.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalConverterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; 1,234.56; 1234.56",
                "en; 1234.56; 1234.56",
                "en; -5; -5",
                "en; 1,000,000; 1000000",
                "fr; 1 234,56; 1234.56",
                "fr; 1\u202f234,56; 1234.56",
                "fr; 1234,5; 1234.5",
                "ja; 1,234; 1234"
            })
    void readsAmountsAsTheLanguageWritesThem(String language, String typed, String read) {
        assertThat(DecimalConverter.parse(typed, Locale.forLanguageTag(language)))
                .isEqualTo(new BigDecimal(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"en; 1,5", "en; 12,34.5", "en; abc", "en; 1e5", "en; 1.2.3", "fr; 1.234,56", "en; $5", "en; --5"})
    void refusesWhatItWouldHaveToGuess(String language, String typed) {
        assertThat(DecimalConverter.parse(typed, Locale.forLanguageTag(language)))
                .isNull();
    }
}
