package org.kizuna.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerFeature;
import org.kizuna.shared.RefersTo;

/**
 * What a user says about an agreement, as typed.
 *
 * @param reference left empty, one is made
 * @param parent reference of the agreement it stands under
 * @param legallyBinding null for what the type usually is
 * @param financial null for what the type usually is
 * @param currency ISO 4217 code
 * @param ceiling the most that can be committed under it, in its currency
 * @param sample invented, to show how an agreement is kept
 */
public record AgreementData(
        @Nullable String reference,
        @Nullable AgreementType type,
        @Nullable String title,
        @Nullable String summary,
        @RefersTo(AgreementFeature.AGREEMENT) @Nullable String parent,
        @Nullable Boolean legallyBinding,
        @Nullable Boolean financial,
        @Nullable String currency,
        @Nullable BigDecimal ceiling,
        @Nullable LocalDate negotiatedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate plannedEndOn,
        @Nullable Renewal renewal,
        @Nullable Integer renewalMonths,
        @Nullable Integer noticeDays,
        boolean sample,
        List<Party> parties) {

    /**
     * A party.
     *
     * @param partner reference of the partner
     */
    public record Party(
            @RefersTo(PartnerFeature.PARTNER) @Nullable String partner,
            @Nullable PartyRole role,
            @Nullable String signatory,
            @Nullable String signatoryTitle) {}
}
