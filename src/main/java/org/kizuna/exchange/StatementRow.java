package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.Instrument;
import org.kizuna.partner.Sector;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Reference;

/**
 * One row of a statement of contributions, as read and as it would be entered.
 *
 * @param line line of the file it begins on, counted from 1
 * @param partner the partner it belongs to, or null when one will be registered
 * @param collective stands for several or unnamed contributors
 */
public record StatementRow(
        long line,
        String yearText,
        String donor,
        String category,
        String revenueType,
        String amountText,
        @Nullable Integer year,
        @Nullable Sector sector,
        boolean collective,
        @Nullable CountryCode country,
        @Nullable Instrument instrument,
        @Nullable BigDecimal figure,
        @Nullable Reference partner,
        List<Finding> findings) {

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    public boolean has(Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
