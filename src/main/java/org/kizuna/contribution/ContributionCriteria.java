package org.kizuna.contribution;

import org.jspecify.annotations.Nullable;

/**
 * Which contributions a list shows; null means any.
 *
 * @param text words of purpose, donor or reference
 * @param donorId id of the partner who gives
 * @param agreementId id of the agreement they are given under
 * @param currency ISO 4217 code
 */
public record ContributionCriteria(
        @Nullable String text,
        @Nullable Instrument instrument,
        @Nullable String currency,
        @Nullable Long donorId,
        @Nullable Long agreementId) {

    public static final ContributionCriteria ANY = new ContributionCriteria(null, null, null, null, null);
}
