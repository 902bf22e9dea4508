package org.kizuna.history.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kizuna.history.proof.SealingFinding.Kind;

class SealingOrderTest {

    private static final Instant HEAD = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant SEALED = Instant.parse("2026-03-04T12:00:05Z");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void takesWhatALongTransactionRecordedBeforeTheHead() {
        assertThat(SealingOrder.broken(HEAD.minus(LONGEST), HEAD, SEALED, LONGEST))
                .isEmpty();
    }

    @Test
    void namesWhatSaysItIsOlderThanTheHeadBeforeIt() {
        assertThat(SealingOrder.broken(HEAD.minus(LONGEST).minusNanos(1000), HEAD, SEALED, LONGEST))
                .contains(Kind.BACK_DATED);
    }

    @Test
    void namesWhatSaysItIsYoungerThanItsSeal() {
        assertThat(SealingOrder.broken(SEALED.plusNanos(1000), HEAD, SEALED, LONGEST))
                .contains(Kind.POST_DATED);
        assertThat(SealingOrder.broken(SEALED, HEAD, SEALED, LONGEST)).isEmpty();
    }

    @Test
    void nothingIsBeforeTheFirstHead() {
        assertThat(SealingOrder.broken(Instant.EPOCH, null, SEALED, LONGEST)).isEmpty();
    }
}
