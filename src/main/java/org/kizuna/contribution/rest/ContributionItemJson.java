package org.kizuna.contribution.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionRow;
import org.kizuna.shared.Reference;

/** One contribution in a list; its figures are those of {@link ContributionJson}. */
public record ContributionItemJson(
        String reference,
        String purpose,
        String donor,
        String donorName,
        @Nullable String agreement,
        String instrument,
        String currency,
        String pledged,
        String committed,
        String received,
        String unconfirmed,
        long version) {

    static ContributionItemJson of(ContributionRow row) {
        Reference agreement = row.agreement();
        return new ContributionItemJson(
                row.reference().value(),
                row.purpose(),
                row.donor().value(),
                row.donorName(),
                agreement == null ? null : agreement.value(),
                row.instrument().name(),
                row.currency().getCurrencyCode(),
                row.totals().pledged().plain(),
                row.totals().committed().plain(),
                row.totals().received().plain(),
                row.totals().unconfirmed().plain(),
                row.version());
    }
}
