package org.kizuna.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Problems;

class PartnerNameTest {

    @ParameterizedTest
    @CsvSource({"1499-12-31, 1", "1500-01-01, 0", "1868-01-03, 0", "2026-11-30, 0", "9999-12-31, 1"})
    void formerNamesGoBackToFifteenHundred(LocalDate until, int problems) {
        Problems found = new Problems();
        PartnerName.checkUntil(found, "names[0].until", until);
        assertThat(found.found()).hasSize(problems);
        assertThat(found.found()).extracting(InvalidInput.Problem::key).allMatch("outOfRange"::equals);
    }
}
