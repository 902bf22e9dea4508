package org.kizuna.history.report;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often the books are closed. */
public enum Closing {
    YEAR("MAKEDATE(YEAR(%1$s) + 1, 1) - INTERVAL 1 DAY"),
    QUARTER("MAKEDATE(YEAR(%1$s), 1) + INTERVAL QUARTER(%1$s) QUARTER - INTERVAL 1 DAY"),
    MONTH("LAST_DAY(%1$s)");

    private final String sql;

    Closing(String sql) {
        this.sql = sql;
    }

    /** SQL for the day on which the period of a date closes. */
    public String closeOf(String date) {
        return sql.formatted(date);
    }

    /** The day on which the period of a date closes. */
    public LocalDate closeOf(LocalDate date) {
        return switch (this) {
            case YEAR -> date.with(TemporalAdjusters.lastDayOfYear());
            case QUARTER ->
                date.withDayOfMonth(1)
                        .withMonth((date.getMonthValue() + 2) / 3 * 3)
                        .with(TemporalAdjusters.lastDayOfMonth());
            case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
