package org.kizuna.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Work is due when the organisation's clocks say so. */
class JobScheduleTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void everyHourItIsDueAtTheMinute() {
        JobSchedule schedule = JobSchedule.everyHour(17);
        assertThat(newest(schedule, "2026-03-04T05:16:59Z", ZoneOffset.UTC)).isEqualTo("2026-03-04T04:17:00Z");
        assertThat(newest(schedule, "2026-03-04T05:17:00Z", ZoneOffset.UTC)).isEqualTo("2026-03-04T05:17:00Z");
        assertThat(newest(schedule, "2026-03-04T00:00:00Z", ZoneId.of("Asia/Kolkata")))
                .as("where clocks are half an hour apart")
                .isEqualTo("2026-03-03T23:47:00Z");
    }

    @Test
    void everyDayItIsDueOnTheOrganisationsClock() {
        JobSchedule schedule = JobSchedule.everyDay(2, 30);
        assertThat(newest(schedule, "2026-03-04T01:29:59Z", VIENNA)).isEqualTo("2026-03-03T01:30:00Z");
        assertThat(newest(schedule, "2026-03-04T01:30:00Z", VIENNA)).isEqualTo("2026-03-04T01:30:00Z");
    }

    @Test
    void aDayIsNotLostAndNotDoneTwiceWhenTheClocksAreSet() {
        JobSchedule schedule = JobSchedule.everyDay(2, 30);
        assertThat(newest(schedule, "2026-03-29T12:00:00Z", VIENNA)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(newest(schedule, "2026-10-25T00:30:00Z", VIENNA)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(newest(schedule, "2026-10-25T01:45:00Z", VIENNA)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void aMinuteThatIsNoneIsRefused() {
        assertThatThrownBy(() -> JobSchedule.everyHour(60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JobSchedule.everyDay(24, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String newest(JobSchedule schedule, String now, ZoneId zone) {
        return schedule.newest(Instant.parse(now), zone).toString();
    }
}
