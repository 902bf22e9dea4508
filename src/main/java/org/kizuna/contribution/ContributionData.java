package org.kizuna.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.agreement.AgreementFeature;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.shared.RefersTo;

/**
 * What a user says about a contribution, as typed.
 *
 * @param reference left empty, one is made
 * @param donor reference of the partner who gives
 * @param agreement reference of the agreement it is given under, if any
 * @param currency ISO 4217 code
 * @param countries ISO 3166-1 codes of the countries it is meant for
 */
public record ContributionData(
        @Nullable String reference,
        @Nullable String purpose,
        @RefersTo(PartnerFeature.PARTNER) @Nullable String donor,
        @RefersTo(AgreementFeature.AGREEMENT) @Nullable String agreement,
        @Nullable Instrument instrument,
        @Nullable Earmarking earmarking,
        @Nullable String currency,
        List<String> countries) {}
