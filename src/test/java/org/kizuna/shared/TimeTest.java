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
    void aDayIsOverWhenTheNextBegins() {
        LocalDate day = LocalDate.of(2026, 3, 29);
        assertThat(Time.end(day)).isEqualTo(Time.start(day.plusDays(1)));
    }
}
