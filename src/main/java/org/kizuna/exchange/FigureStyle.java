package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.AmountText;

/**
 * Which sign stands before the decimals of a file's figures, as those tell that can be read in one way only. Where they
 * tell nothing, or two things, a figure that can be read in two ways is not read.
 *
 * @param usual what most of them tell, or null
 * @param certain whether none tells anything else
 */
record FigureStyle(AmountText.@Nullable Style usual, boolean certain) {

    static FigureStyle of(List<AmountText> figures) {
        long points = count(figures, AmountText.Style.POINT);
        long commas = count(figures, AmountText.Style.COMMA);
        if (points == 0 && commas == 0) {
            return new FigureStyle(null, false);
        }
        return new FigureStyle(
                points >= commas ? AmountText.Style.POINT : AmountText.Style.COMMA, points == 0 || commas == 0);
    }

    private static long count(List<AmountText> figures, AmountText.Style style) {
        return figures.stream()
                .filter(figure -> figure.style().filter(style::equals).isPresent())
                .count();
    }

    /** The figure, or null with a finding. */
    @Nullable
    BigDecimal read(AmountText figure, List<Finding> findings) {
        if (!certain && figure.isAmbiguousInFile()) {
            List<String> readings = figure.readings(Locale.ENGLISH, null);
            error(findings, "figureAmbiguous", figure.toString(), readings.get(0), readings.get(1));
            return null;
        }
        Optional<BigDecimal> read = figure.readInFile(usual);
        if (read.isEmpty() && usual != null && figure.readInFile(null).isPresent()) {
            error(findings, "figureOfAnotherStyle", figure.toString(), usual);
        } else if (read.isEmpty()) {
            error(findings, "notANumber", figure.toString());
        }
        return read.orElse(null);
    }

    private static void error(List<Finding> findings, String key, Object... arguments) {
        findings.add(new Finding(Finding.Severity.ERROR, ContributionStatement.AMOUNT, key, List.of(arguments)));
    }
}
