package org.kizuna.contribution;

import com.ibm.icu.util.Currency;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/**
 * One contribution in a list.
 *
 * @param totals in its own currency
 */
public record ContributionRow(
        long id,
        long version,
        Reference reference,
        String purpose,
        Reference donor,
        String donorName,
        @Nullable Reference agreement,
        Instrument instrument,
        Currency currency,
        Totals totals) {

    /** For queries, which read the columns. */
    public ContributionRow(
            Long id,
            Long version,
            Reference reference,
            String purpose,
            Reference donor,
            String donorName,
            @Nullable Reference agreement,
            Instrument instrument,
            Currency currency) {
        this(id, version, reference, purpose, donor, donorName, agreement, instrument, currency, Totals.zero(currency));
    }

    ContributionRow with(Totals summed) {
        return new ContributionRow(
                id, version, reference, purpose, donor, donorName, agreement, instrument, currency, summed);
    }
}
