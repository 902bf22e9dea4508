package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class CurrenciesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XDR", "USD", " usd ", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "BOV", "XUA", "XSU", "DEM",
                "XCG", "UYW", "XAD", "SUR", "XEU", "PLZ"
            })
    void knowsCurrenciesFundCodesAndWhatEnded(String code) {
        assertThat(Currencies.find(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XBA", "ABC", "US", "", "USDX", "US D"})
    void knowsNoMetalsTestsAndInventions(String code) {
        assertThat(Currencies.find(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DEM,2021-01-01,EUR",
        "ITL,2021-01-01,EUR",
        "HRK,2023-02-01,EUR",
        "ZWL,2025-01-01,ZWG",
        "SLL,2024-01-01,SLE",
        "TRL,2021-06-30,TRY",
        "BGL,2026-03-01,EUR",
        "BGL,2010-03-01,BGN",
        "VEB,2021-01-01,VES",
        "YUM,2021-01-01,RSD",
        "SUR,2021-01-01,RUB",
        "XEU,2005-01-01,EUR",
        "ZRN,2021-01-01,CDF"
    })
    void namesWhatTookThePlaceOfACurrencyThatEnded(String code, LocalDate day, String successor) {
        Problems problems = new Problems();
        Currencies.requireAlive(problems, "valueDate", Currency.getInstance(code), day);
        assertThat(problems.found()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("currencyEnded");
            assertThat(problem.arguments()).contains(successor);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "DEM,1998-05-01",
        "DEM,2002-02-28",
        "HRK,2022-12-31",
        "SLL,2021-01-01",
        "ZWL,2024-06-30",
        "CHE,2026-01-01",
        "USN,2026-01-01",
        "XDR,2026-01-01",
        "EUR,2026-01-01",
        "PEN,2026-01-01",
        "RON,2026-01-01",
        "TRY,2026-01-01",
        "MWK,2026-01-01"
    })
    void takesACurrencyWhileItLived(String code, LocalDate day) {
        assertThat(Currencies.isAlive(Currency.getInstance(code), day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"USD,2", "JPY,0", "KWD,3", "XDR,2", "CLF,4", "ITL,0", "DEM,2"})
    void knowsTheirDigits(String code, int digits) {
        assertThat(Money.scale(Currency.getInstance(code))).isEqualTo(digits);
    }

    @Test
    void offersWhatLivesBeforeWhatEnded() {
        List<String> codes = Currencies.codes(LocalDate.of(2026, 11, 30));
        assertThat(codes).contains("XDR", "DEM").doesNotHaveDuplicates();
        assertThat(codes.indexOf("ZMW")).isLessThan(codes.indexOf("ADP"));
        assertThat(codes.indexOf("XDR")).isLessThan(codes.indexOf("DEM"));
    }

    @Test
    void takesTheCeilingOfTheCase() {
        assertThat(Case.text("currency-xdr.json")).contains("\"currency\": \"XDR\"", "\"ceiling\": \"1000000\"");
        Problems problems = new Problems();
        Currency xdr = Currencies.typed(problems, "currency", "XDR");
        problems.amount("ceiling", new BigDecimal("1000000"), xdr);
        assertThat(problems.any()).isFalse();
    }
}
