package org.kizuna.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param application what the application needed or did
 * @param floor the same of hand-written SQL; null where there is none
 * @param unit of both, as {@code ms} or {@code rows/s}
 * @param budget what was promised, in words
 * @param met whether it was kept; null where nothing was promised
 */
public record Outcome(
        String job,
        double application,
        @Nullable Double floor,
        String unit,
        String budget,
        @Nullable Boolean met) {

    public @Nullable Double ratio() {
        return floor == null || floor == 0 ? null : application / floor;
    }

    /** Nothing was promised. */
    public static Outcome told(String job, double application, @Nullable Double floor, String unit) {
        return new Outcome(job, application, floor, unit, "", null);
    }

    public static Outcome atMost(String job, double application, double most, String unit) {
        String budget =
                "≤ " + (most == Math.rint(most) ? String.valueOf((long) most) : String.valueOf(most)) + " " + unit;
        return new Outcome(job, application, null, unit, budget.strip(), application <= most);
    }
}
