package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would happen if an import were entered.
 *
 * @param problem what is wrong with the file as a whole, or null
 * @param passedOver rows that are no figures of a donor's
 * @param heads what the file calls its columns, as far as they were found
 * @param newPartners how many partners would be registered
 * @param totals sum of the figures by year, not rounded
 */
public record Preview(
        @Nullable Finding problem,
        List<StatementRow> rows,
        List<PassedOver> passedOver,
        List<String> heads,
        Reading reading,
        int newPartners,
        long errors,
        long warnings,
        long before,
        Map<Integer, BigDecimal> totals) {

    static Preview unreadable(Finding problem, List<String> heads, Reading reading) {
        return new Preview(problem, List.of(), List.of(), heads, reading, 0, 1, 0, 0, Map.of());
    }

    /** Rows with errors are left out where somebody said so of these very rows. */
    public boolean canBeEntered() {
        return problem == null && leavesOutAllErrors() && entering() > 0;
    }

    /** On which lines rows with errors stand, as {@link Lines}. */
    public String linesWithErrors() {
        return Lines.of(rows.stream().filter(StatementRow::hasErrors).mapToLong(StatementRow::line));
    }

    boolean leavesOutAllErrors() {
        return errors == reading.leftOut() && linesWithErrors().equals(reading.leftOutLines());
    }

    /** How many rows would be entered. */
    public long entering() {
        return rows.stream().filter(StatementRow::canBeEntered).count();
    }

    public boolean leavesOut() {
        return errors > 0 && leavesOutAllErrors();
    }

    /** Whether its figures can't be read until somebody says which sign stands before the decimals. */
    public boolean asksForStyle() {
        return reading.style() == null
                && rows.stream()
                        .flatMap(row -> row.findings().stream())
                        .anyMatch(finding -> finding.key().equals("figureAmbiguous")
                                || finding.key().equals("figureOfAnotherStyle"));
    }

    /** By the name in the file, the partners that donors may stand for. */
    public Map<String, Finding> likely() {
        Map<String, Finding> likely = new LinkedHashMap<>();
        rows.forEach(row -> row.likely().ifPresent(finding -> likely.putIfAbsent(row.donor(), finding)));
        return likely;
    }
}
