package org.kizuna.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
 * @param registeredAs form of the name that a donor who is not known is registered by, one for all rows that mean the same
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
        String registeredAs,
        List<Finding> findings) {

    static final String ENTERED_BEFORE = "enteredBefore";
    static final String LIKELY = "likelyPartner";
    static final String LIKELY_IN_FILE = "likelyInFile";

    /** Whether its figure has been entered from another file: it is left out. */
    public boolean enteredBefore() {
        return hasFinding(ENTERED_BEFORE);
    }

    private boolean hasFinding(String key) {
        return findings.stream().anyMatch(finding -> finding.key().equals(key));
    }

    /** Whether it would be entered. */
    boolean canBeEntered() {
        return !hasErrors() && !enteredBefore();
    }

    /** The partner, or other donor of the file, that it may stand for, and nobody has said yet whether it does. */
    public Optional<Finding> likely() {
        return findings.stream()
                .filter(finding -> finding.key().equals(LIKELY) || finding.key().equals(LIKELY_IN_FILE))
                .findFirst();
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    public boolean has(Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
