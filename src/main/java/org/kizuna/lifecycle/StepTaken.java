package org.kizuna.lifecycle;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Time;

/** A step that was taken. None is ever changed or removed: its record has them in the order in which they were taken. */
@Embeddable
public class StepTaken {

    static final int LONGEST_REASON = 2000;
    private static final int LONGEST_AUTHORITY = 300;

    private String step;
    private LocalDate takenOn;
    private LocalDate effectiveOn;
    private Instant recordedAt;
    private @Nullable String reason;
    private @Nullable String authority;
    private String takenBy;

    @SuppressWarnings("NullAway.Init")
    protected StepTaken() {}

    private StepTaken(
            String step,
            LocalDate takenOn,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable String authority,
            String takenBy) {
        this.step = step;
        this.takenOn = takenOn;
        this.effectiveOn = effectiveOn;
        this.recordedAt = recordedAt;
        this.reason = reason;
        this.authority = authority;
        this.takenBy = takenBy;
    }

    /**
     * @param method the register's method that takes it
     * @param by user name of whoever takes it
     * @param at now
     * @throws org.kizuna.shared.InvalidInput when a day lies in the future
     */
    public static StepTaken of(String method, StepData data, String by, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, Time.zone());
        LocalDate on = data.on() == null ? (data.effectiveOn() == null ? today : data.effectiveOn()) : data.on();
        LocalDate effective = data.effectiveOn() == null ? on : data.effectiveOn();
        Problems problems = new Problems();
        if (on.isAfter(today)) {
            problems.add("on", "inTheFuture");
        }
        if (data.effectiveOn() != null && effective.isAfter(today)) {
            problems.add("effectiveOn", "inTheFuture");
        }
        String authority = problems.optional("authority", data.authority(), LONGEST_AUTHORITY);
        String reason = problems.optionalLines("reason", data.reason(), LONGEST_REASON);
        problems.refuse();
        return new StepTaken(method, on, effective, at, reason, authority, by);
    }

    /** One that was taken before steps were kept, as the journal tells it. */
    public static StepTaken told(String method, LocalDate on, Instant recordedAt, @Nullable String reason, String by) {
        return new StepTaken(method, on, on, recordedAt, reason, null, by);
    }

    /** As an address names it. */
    public String name() {
        return Step.name(step);
    }

    /** The register's method that took it. */
    public String step() {
        return step;
    }

    public LocalDate takenOn() {
        return takenOn;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String authority() {
        return authority;
    }

    public String takenBy() {
        return takenBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepTaken that && step.equals(that.step) && recordedAt.equals(that.recordedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(step, recordedAt);
    }
}
