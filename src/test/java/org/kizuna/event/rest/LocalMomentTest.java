package org.kizuna.event.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kizuna.samples.Case;

class LocalMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T13:00:00Z,Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T22:00:00+09:00,Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T23:30:00+09:00,Europe/Vienna,2026-06-10,16:30",
        "2026-01-10T15:00:00+02:00,Europe/Vienna,2026-01-10,14:00",
        "2026-06-10T09:00:00+02:00[Europe/Vienna],Europe/Vienna,2026-06-10,09:00",
        "2026-06-10T15:00:00+09:00[Asia/Tokyo],Europe/Vienna,2026-06-10,08:00",
        "2026-06-10T02:00+09:00,America/New_York,2026-06-09,13:00",
        "2026-06-10T13:00:00.5Z,UTC,2026-06-10,13:00:00.500",
        "2026-06-10T22:00[Asia/Tokyo],Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T22:00+0900,Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T22:00+09,Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T22:00+09[Asia/Tokyo],Europe/Vienna,2026-06-10,15:00",
        "2026-06-10T13:00,Europe/Vienna,2026-06-10,13:00"
    })
    void convertsAnOffsetOrAZone(String text, String zone, String day, String time) {
        LocalMoment moment = LocalMoment.parse(text).in(zone);
        assertThat(moment.day()).hasToString(day);
        assertThat(moment.time()).hasToString(time);
    }

    @Test
    void keepsWhichOfTwoHoursWasMeant() {
        assertThat(LocalMoment.parse("2026-10-25T02:30+02:00").instant())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(LocalMoment.parse("2026-10-25T02:30+01:00[Europe/Vienna]").instant())
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-10T09:00:00+05:00[Europe/Vienna]",
                "2026-03-29T02:30:00+01:00[Europe/Vienna]",
                "2026-03-29T02:30[Europe/Vienna]",
                "2026-10-25T02:30[Europe/Vienna]",
                "2026-06-10T24:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-30T10:00Z",
                "2026-13-10",
                "2026-06-10T25:00",
                "2026-06-10T09:00+99:00",
                "2026-06-10T09:00:00+02:00[Europe/Nowhere]",
                "0000-06-10T09:00",
                "yesterday"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> LocalMoment.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theCaseIsCoveredByTheTable() {
        assertThat(Case.text("event-offset.json"))
                .contains("2026-06-10T13:00:00Z", "2026-06-10T22:00:00+09:00", "2026-01-10T15:00:00+02:00");
    }
}
