package org.kizuna.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param application what the application needed or did; null where nothing was measured
 * @param floor the same of hand-written SQL; null where there is none
 * @param unit of both, as {@code ms} or {@code rows/s}
 * @param budget what was promised, in words
 * @param met whether it was kept; null where nothing was promised
 * @param flat whether it should take as long however large the organisation is
 * @param note what has to be known about the figure, or why there is none
 */
public record Outcome(
        String job,
        @Nullable Double application,
        @Nullable Double floor,
        String unit,
        String budget,
        @Nullable Boolean met,
        boolean flat,
        @Nullable String note) {

    public Outcome(
            String job,
            @Nullable Double application,
            @Nullable Double floor,
            String unit,
            String budget,
            @Nullable Boolean met) {
        this(job, application, floor, unit, budget, met, false, null);
    }

    public @Nullable Double ratio() {
        return application == null || floor == null || floor == 0 ? null : application / floor;
    }

    /** The same, of which the reader has to know something. */
    public Outcome noted(String words) {
        return new Outcome(job, application, floor, unit, budget, met, flat, words);
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

    /** At least a share of the floor's rate. */
    public static Outcome share(String job, double application, double floor, double least, String unit) {
        return new Outcome(job, application, floor, unit, "≥ " + least + " ×", application >= least * floor);
    }

    /** Nothing was measured. */
    public static Outcome failed(String job, String why) {
        return new Outcome(job, null, null, "", "", false, false, why);
    }
}
