package org.kizuna.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.Problems;

class EventTimesTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "2026-06-10,15:00,Europe/Vienna,2026-06-10T13:00:00Z",
        "2026-01-10,15:00,Europe/Vienna,2026-01-10T14:00:00Z",
        "2026-06-10,,Asia/Tokyo,2026-06-09T15:00:00Z",
        // midnight that the clocks leave out
        "2026-09-06,,America/Santiago,2026-09-06T04:00:00Z"
    })
    void startsWhenTheClocksOfItsZoneSaySo(LocalDate day, @Nullable LocalTime time, String zone, Instant start) {
        assertThat(times(data(day, time, null, null, zone)).startsAt()).isEqualTo(start);
        assertThat(problems.any()).isFalse();
        assertThat(problems.questions()).isEmpty();
    }

    @Test
    void refusesAnHourThatDoesNotExist() {
        times(data(LocalDate.of(2026, 3, 29), LocalTime.of(2, 30), null, null, "Europe/Vienna"));
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly("hourDoesNotExist");
    }

    @Test
    void asksAboutAnHourThatComesTwiceUnlessItsOffsetWasGiven() {
        EventData twice = data(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), null, null, "Europe/Vienna");
        assertThat(times(twice).startsAt()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(problems.questions()).hasSize(1);
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        Problems silent = new Problems();
        EventTimes given = Objects.requireNonNull(EventTimes.typed(twice.at(second, null), null, silent));
        assertThat(given.startsAt()).isEqualTo(second);
        // saved again as it stands, it is not asked about again and stays the second
        assertThat(Objects.requireNonNull(EventTimes.typed(twice, given, silent))
                        .startsAt())
                .isEqualTo(second);
        assertThat(silent.questions()).isEmpty();
    }

    @Test
    void reckonsDurationsBetweenInstants() {
        LocalDate changed = LocalDate.of(2026, 10, 25);
        EventTimes night = times(data(changed, LocalTime.of(1, 0), null, LocalTime.of(4, 0), "Europe/Vienna"));
        assertThat(Duration.between(night.startsAt(), night.endsAt())).isEqualTo(Duration.ofHours(4));
        LocalDate spring = LocalDate.of(2026, 3, 29);
        EventTimes shorter = times(data(spring, LocalTime.of(1, 0), null, LocalTime.of(4, 0), "Europe/Vienna"));
        assertThat(Duration.between(shorter.startsAt(), shorter.endsAt())).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void refusesAnEndThatItCannotKeepInsteadOfMovingIt() {
        LocalDate changed = LocalDate.of(2026, 10, 25);
        EventData hour = data(changed, LocalTime.of(2, 30), null, LocalTime.of(2, 30), "Europe/Vienna");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        EventTimes.typed(hour.at(first, second), null, problems);
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly("secondHourAtEnd");
        Problems kept = new Problems();
        EventTimes.typed(hour.at(second, second), null, kept);
        assertThat(kept.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1499-12-31", "0001-01-01", "2501-01-01", "9999-12-31"})
    void refusesAYearThatNoEventHas(LocalDate day) {
        times(data(day, null, null, null, "Asia/Tokyo"));
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly("eventYear");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        LocalDate day = LocalDate.of(2026, 6, 10);
        times(data(day, LocalTime.of(9, 0), day, LocalTime.of(8, 0), "Europe/Vienna"));
        assertThat(problems.found()).extracting(InvalidInput.Problem::key).containsExactly("endsBeforeItStarts");
        Problems instants = new Problems();
        EventTimes.typed(
                data(day, LocalTime.of(9, 0), day, LocalTime.of(8, 0), "Europe/Vienna")
                        .at(Instant.parse("2026-06-10T07:00:00Z"), Instant.parse("2026-06-10T06:00:00Z")),
                null,
                instants);
        assertThat(instants.found()).extracting(InvalidInput.Problem::key).containsExactly("endsBeforeItStarts");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-10,15:00,,16:30,2026-06-10T14:30:00Z",
        "2026-06-10,15:00,2026-06-12,,2026-06-12T22:00:00Z",
        "2026-06-10,,,,2026-06-10T22:00:00Z",
        "2026-06-10,15:00,,,2026-06-10T13:00:00Z",
        "2026-06-10,15:00,2026-06-12,12:00,2026-06-12T10:00:00Z"
    })
    void endsWhenItsLastHourOrDayIsOver(
            LocalDate day, @Nullable LocalTime time, @Nullable LocalDate last, @Nullable LocalTime hour, Instant end) {
        assertThat(times(data(day, time, last, hour, "Europe/Vienna")).endsAt()).isEqualTo(end);
    }

    private EventTimes times(EventData data) {
        return Objects.requireNonNull(EventTimes.typed(data, null, problems));
    }

    private static EventData data(
            LocalDate day, @Nullable LocalTime time, @Nullable LocalDate last, @Nullable LocalTime hour, String zone) {
        return new EventData(
                null,
                null,
                "Webinar",
                EventKind.WEBINAR,
                null,
                day,
                time,
                last,
                hour,
                zone,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
