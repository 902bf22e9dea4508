package org.kizuna.contribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Reference;

/**
 * Everything about one contribution but its entries.
 *
 * @param data what a user said, in the form in which it is changed
 * @param totals in its own currency
 */
public record ContributionDetail(
        long id,
        long version,
        Reference reference,
        ContributionData data,
        long donorId,
        String donorName,
        @Nullable String agreementTitle,
        boolean carriesCommitments,
        Totals totals,
        String recordedBy,
        Instant recordedAt) {

    static ContributionDetail of(Contribution contribution, Totals totals) {
        var agreement = contribution.agreement();
        ContributionData data = new ContributionData(
                contribution.reference().value(),
                contribution.purpose(),
                contribution.donor().reference().value(),
                agreement == null ? null : agreement.reference().value(),
                contribution.instrument(),
                contribution.earmarking(),
                contribution.currency().getCurrencyCode(),
                contribution.countries().stream().map(CountryCode::value).toList());
        return new ContributionDetail(
                contribution.id(),
                contribution.version(),
                contribution.reference(),
                data,
                contribution.donor().id(),
                contribution.donor().legalName(),
                agreement == null ? null : agreement.title(),
                agreement != null && agreement.carriesCommitments(),
                totals,
                contribution.recordedBy(),
                contribution.recordedAt());
    }
}
