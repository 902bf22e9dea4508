package org.kizuna.exchange.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kizuna.exchange.Finding;
import org.kizuna.exchange.Preview;
import org.kizuna.shared.Words;

/**
 * What would happen if an import were entered.
 *
 * @param problem what is wrong with the file as a whole, or null
 * @param canBeEntered whether nothing stands against it
 * @param entering how many rows would be entered
 * @param enteredBefore how many rows are passed over since their figures were entered from another file
 * @param linesWithErrors to be sent back by whoever agrees to leave these out
 * @param asksForStyle whether somebody has to say which sign stands before the decimals
 * @param heads what the file calls its columns
 * @param sheets names of a workbook's sheets; none where there is no choice
 * @param likely names of which somebody has to say whether they stand for what they may stand for
 */
public record PreviewJson(
        @Nullable FindingJson problem,
        boolean canBeEntered,
        long entering,
        int newPartners,
        long errors,
        long warnings,
        long enteredBefore,
        int passedOver,
        String linesWithErrors,
        boolean leavesOut,
        boolean asksForStyle,
        List<String> heads,
        List<String> sheets,
        List<YearJson> totals,
        List<LikelyJson> likely) {

    static PreviewJson of(Preview preview, List<String> sheets, Locale language) {
        Finding problem = preview.problem();
        return new PreviewJson(
                problem == null ? null : FindingJson.of(problem, language),
                preview.canBeEntered(),
                preview.entering(),
                preview.newPartners(),
                preview.errors(),
                preview.warnings(),
                preview.before(),
                preview.passedOver().size(),
                preview.linesWithErrors(),
                preview.leavesOut(),
                preview.asksForStyle(),
                preview.heads(),
                sheets,
                preview.totals().entrySet().stream()
                        .map(year -> new YearJson(year.getKey(), year.getValue().toPlainString()))
                        .toList(),
                preview.likely().entrySet().stream()
                        .map(name -> LikelyJson.of(name.getKey(), name.getValue()))
                        .toList());
    }

    /** @param amount sum of the figures, decimal, not rounded */
    public record YearJson(int year, String amount) {}

    /**
     * A name in the file, and what it may stand for.
     *
     * @param mayBe a partner's name, or another name of the file
     * @param answer what to answer where it does; null where it does not
     */
    public record LikelyJson(String name, String mayBe, String answer) {

        static LikelyJson of(String name, Finding finding) {
            return new LikelyJson(
                    name,
                    finding.arguments().get(0).toString(),
                    finding.arguments().get(1).toString());
        }
    }

    /** Something to know before it is entered. */
    public record FindingJson(String severity, String column, String code, String text) {

        static FindingJson of(Finding finding, Locale language) {
            return new FindingJson(
                    finding.severity().name(),
                    finding.column(),
                    finding.key(),
                    Words.text(language, finding.key(), finding.arguments()));
        }
    }
}
