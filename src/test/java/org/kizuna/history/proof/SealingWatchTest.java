package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SealingWatchTest {

    private static SealingWatch.State state(Duration age, boolean cut, Duration clockBehind) {
        return new SealingWatch.State(age, cut, false, clockBehind, 0);
    }

    @Test
    void whatWaitsForTheSealerIsLateAfterAMinute() {
        assertThat(state(SealingWatch.LATE, false, Duration.ZERO).isGood()).isTrue();
        assertThat(state(SealingWatch.LATE.plusSeconds(1), false, Duration.ZERO).isLate())
                .isTrue();
    }

    @Test
    void aDatabaseThatIsBehindAndAClockThatIsAreNotGood() {
        assertThat(state(Duration.ZERO, true, Duration.ZERO).isGood()).isFalse();
        assertThat(state(Duration.ZERO, false, Duration.ofSeconds(9)).isGood()).isFalse();
        assertThat(state(Duration.ZERO, false, Duration.ofSeconds(9)).isClockBehind())
                .isTrue();
    }
}
