package org.kizuna.lifecycle.web;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.lifecycle.StepData;

/** What one step of a page asks of whoever takes it. */
public class StepInput implements Serializable {

    private @Nullable LocalDate day;
    private @Nullable String reason;

    /** What was said. */
    public StepData said() {
        return StepData.on(day, reason);
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate date) {
        day = date;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String text) {
        reason = text;
    }
}
