package org.kizuna.bench;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The moments of a month, one after another. */
final class Moments {

    private final Instant first;
    private final long step;
    private long taken;

    /** @param most how many moments are going to be asked for, at the most */
    Moments(YearMonth month, long most) {
        first = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long micros = ChronoUnit.MICROS.between(
                first, month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        step = Math.max(1, micros / (most + 1));
    }

    Instant next() {
        return first.plus(++taken * step, ChronoUnit.MICROS);
    }

    Instant now() {
        return first.plus(taken * step, ChronoUnit.MICROS);
    }
}
