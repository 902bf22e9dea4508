package org.kizuna.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Reference;

/** One party of an agreement. */
public record PartyRow(
        long agreementId,
        Reference partner,
        String partnerName,
        PartyRole role,
        @Nullable String signatory,
        @Nullable String signatoryTitle,
        @Nullable LocalDate signedOn) {}
