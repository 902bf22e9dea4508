package org.kizuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTest {

    @Test
    void theOrganisationsZoneIsASetting() {
        assertThat(Time.zone("Europe/Vienna", null)).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(Time.zone(null, "Asia/Tokyo")).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(Time.zone("Europe/Vienna", "Asia/Tokyo")).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(Time.zone(" ", "")).isEqualTo(ZoneOffset.UTC);
        assertThatThrownBy(() -> Time.zone("Vienna", null)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theFirstAndTheLastDayOfAllHaveMomentsThatADatabaseKnows() {
        assertThat(Time.end(LocalDate.of(9999, 12, 31)).getYear()).isEqualTo(9999);
        assertThat(Time.start(LocalDate.of(1, 1, 1)).getYear()).isEqualTo(1);
        assertThat(Time.end(LocalDate.of(9999, 12, 31))).isAfter(Time.start(LocalDate.of(9999, 12, 31)));
    }

    @Test
    void aDayIsOverWhenTheNextBegins() {
        LocalDate day = LocalDate.of(2026, 3, 29);
        assertThat(Time.end(day)).isEqualTo(Time.start(day.plusDays(1)));
    }

    @Test
    void aMomentSaysItsOffset() {
        assertThat(Time.moment("2026-03-29T01:00:00+02:00")).isEqualTo("2026-03-28T23:00:00Z");
        for (String wrong : new String[] {"2026-03-29", "2026-03-29T01:00", "+99999-01-01T00:00:00Z", "now"}) {
            assertThatThrownBy(() -> Time.moment(wrong)).as(wrong).isInstanceOf(DateTimeException.class);
        }
    }
}
