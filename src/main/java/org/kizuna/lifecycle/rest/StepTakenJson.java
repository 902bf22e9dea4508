package org.kizuna.lifecycle.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepTaken;

/**
 * A step that was taken.
 *
 * @param on the day on which it happened
 * @param effectiveOn the day from which it holds
 */
public record StepTakenJson(
        String step,
        String on,
        String effectiveOn,
        String recordedAt,
        @Nullable String reason,
        @Nullable String authority,
        String by) {

    public static StepTakenJson of(StepTaken step) {
        return new StepTakenJson(
                step.name(),
                step.takenOn().toString(),
                step.effectiveOn().toString(),
                step.recordedAt().toString(),
                step.reason(),
                step.authority(),
                step.takenBy());
    }
}
