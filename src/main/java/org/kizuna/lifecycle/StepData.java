package org.kizuna.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes a step says of it.
 *
 * @param on the day on which it happened; today where nothing is said and the step does not ask
 * @param effectiveOn the day from which it holds, if that is another one
 * @param reason why
 * @param authority whose decision it carries out
 * @param signatures where each party signs: its partner's reference and the day
 */
public record StepData(
        @Nullable LocalDate on,
        @Nullable LocalDate effectiveOn,
        @Nullable String reason,
        @Nullable String authority,
        List<Signature> signatures) {

    /** Nothing is said. */
    public static final StepData NONE = new StepData(null, null, null, null, List.of());

    public StepData {
        signatures = List.copyOf(signatures);
    }

    public static StepData because(@Nullable String reason) {
        return new StepData(null, null, reason, null, List.of());
    }

    public static StepData on(@Nullable LocalDate day) {
        return new StepData(day, null, null, null, List.of());
    }

    public static StepData on(@Nullable LocalDate day, @Nullable String reason) {
        return new StepData(day, null, reason, null, List.of());
    }

    /** @param days when each party signed, in the parties' order */
    public static StepData signed(List<@Nullable LocalDate> days) {
        return new StepData(
                null,
                null,
                null,
                null,
                days.stream().map(day -> new Signature(null, day)).toList());
    }

    /** The day from which it holds. */
    public @Nullable LocalDate day() {
        return effectiveOn == null ? on : effectiveOn;
    }

    /**
     * A party's signature.
     *
     * @param party reference of the partner, or null for the one of the same place among the parties
     */
    public record Signature(
            @Nullable String party, @Nullable LocalDate on) {}
}
