package org.kizuna.contribution.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.ContributionDetail;

/**
 * One contribution as REST gives it.
 *
 * @param donor reference
 * @param agreement reference of the one it is given under
 * @param countries codes of those it is meant for [ISO 3166-1]
 * @param received what is confirmed, less what was paid back
 * @param unconfirmed what arrived and is not confirmed yet
 */
public record ContributionJson(
        String reference,
        String purpose,
        String donor,
        String donorName,
        @Nullable String agreement,
        @Nullable String agreementTitle,
        String instrument,
        @Nullable String earmarking,
        String currency,
        List<String> countries,
        String pledged,
        String committed,
        String received,
        String unconfirmed,
        long version,
        String recordedBy,
        String recordedAt) {

    static ContributionJson of(ContributionDetail contribution) {
        return new ContributionJson(
                contribution.reference().value(),
                String.valueOf(contribution.data().purpose()),
                String.valueOf(contribution.data().donor()),
                contribution.donorName(),
                contribution.data().agreement(),
                contribution.agreementTitle(),
                String.valueOf(contribution.data().instrument()),
                contribution.data().earmarking() == null
                        ? null
                        : contribution.data().earmarking().name(),
                String.valueOf(contribution.data().currency()),
                contribution.data().countries(),
                contribution.totals().pledged().plain(),
                contribution.totals().committed().plain(),
                contribution.totals().received().plain(),
                contribution.totals().unconfirmed().plain(),
                contribution.version(),
                contribution.recordedBy(),
                contribution.recordedAt().toString());
    }
}
