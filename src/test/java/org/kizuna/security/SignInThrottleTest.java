package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final long ACCOUNT = 1;

    private final Hand clock = new Hand();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void tenWrongPasswordsMakeAnAccountWaitAMinute() {
        fail(9, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
        fail(1, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.REFUSED);
        assertThat(throttle.ask(2L, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
        clock.goOn(Duration.ofSeconds(61));
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
        fail(1, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.REFUSED);
    }

    @Test
    void nobodyKeepsTheOwnerOut() {
        fail(500, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", "known browser")).isEqualTo(SignInThrottle.Answer.GO);
        clock.goOn(Duration.ofMinutes(2));
        assertThat(throttle.ask(ACCOUNT, "198.51.100.7", null)).isEqualTo(SignInThrottle.Answer.GO);
    }

    @Test
    void fromAnAddressThatNeverFailedItAnswersUntilAHundredHaveFailed() {
        fail(50, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "198.51.100.7", null)).isEqualTo(SignInThrottle.Answer.GO);
        for (int i = 0; i < 60; i++) {
            fail(1, ACCOUNT, "192.0.2." + i, null);
        }
        assertThat(throttle.ask(ACCOUNT, "198.51.100.7", null)).isEqualTo(SignInThrottle.Answer.REFUSED);
    }

    @Test
    void aKnownBrowserIsCountedByItself() {
        fail(10, ACCOUNT, "192.0.2.1", "browser");
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", "browser")).isEqualTo(SignInThrottle.Answer.REFUSED);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", "another")).isEqualTo(SignInThrottle.Answer.GO);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
    }

    @Test
    void anAddressIsDelayedOnlyForManyDifferentNames() {
        for (int i = 0; i < 100; i++) {
            throttle.failed(null, "same", "192.0.2.1", null);
        }
        assertThat(throttle.ask(null, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
        for (int i = 0; i < 21; i++) {
            throttle.failed(null, "name" + i, "192.0.2.1", null);
        }
        assertThat(throttle.ask(null, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.DELAYED);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.DELAYED);
        assertThat(throttle.ask(null, "192.0.2.2", null)).isEqualTo(SignInThrottle.Answer.GO);
        clock.goOn(Duration.ofMinutes(16));
        assertThat(throttle.ask(null, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
    }

    @Test
    void oneThatIsRightStartsTheCountAnew() {
        fail(9, ACCOUNT, "192.0.2.1", null);
        throttle.succeeded(ACCOUNT, "192.0.2.1", null);
        fail(9, ACCOUNT, "192.0.2.1", null);
        assertThat(throttle.ask(ACCOUNT, "192.0.2.1", null)).isEqualTo(SignInThrottle.Answer.GO);
    }

    private void fail(int times, long account, String address, @Nullable String browser) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, "officer", address, browser);
        }
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        void goOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
