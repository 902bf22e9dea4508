package org.kizuna.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.kizuna.figure.Comparison;
import org.kizuna.shared.Formats;
import org.kizuna.shared.Words;

/** A comparison as it is said. */
final class ComparisonWords {

    private final Locale language;

    ComparisonWords(Locale language) {
        this.language = language;
    }

    /** 2026, or what has passed of it: 1 Jan–30 Nov 2026. */
    String period(Comparison comparison) {
        return comparison.ofDays() ? days(comparison.from(), comparison.to()) : year(comparison.year());
    }

    /** What stands behind the percent, or why there is none. */
    String against(Comparison comparison) {
        BigDecimal before = comparison.before();
        String then = comparison.ofDays()
                ? days(comparison.beforeFrom(), comparison.beforeTo())
                : year(comparison.beforeFrom().getYear());
        if (before == null) {
            return Words.text(language, "dashboard.noFigures", then);
        }
        if (comparison.change() == null) {
            return Words.text(language, "dashboard.nothingIn", then);
        }
        return comparison.ofDays()
                ? Words.text(language, "dashboard.against", period(comparison), then)
                : Words.text(language, "dashboard.onYear", then);
    }

    private String days(LocalDate from, LocalDate to) {
        return Words.text(
                language,
                "dashboard.days",
                Formats.dayOfYear(language, from),
                Formats.dayOfYear(language, to),
                Integer.toString(to.getYear()));
    }

    private String year(int year) {
        return Words.text(language, "dashboard.year", Integer.toString(year));
    }
}
