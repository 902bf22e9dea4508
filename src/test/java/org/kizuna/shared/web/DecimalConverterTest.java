package org.kizuna.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.shared.AmountText;

class DecimalConverterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; 100.000; \"100.000\" can be read in two ways. Write 100000 or 100.00.",
                "fr; 1,500; \u00ab 1,500 \u00bb peut se lire de deux fa\u00e7ons. \u00c9crivez 1500 ou 1,50.",
                "en; 1,5; \"1,5\" is not a number.",
                "en; abc; \"abc\" is not a number."
            })
    void showsBothReadingsOfWhatHasTwo(String language, String typed, String words) {
        assertThat(DecimalConverter.refusal(
                        AmountText.of(typed), Locale.forLanguageTag(language), Currency.getInstance("USD")))
                .isEqualTo(words);
    }
}
