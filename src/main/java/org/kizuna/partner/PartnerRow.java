package org.kizuna.partner;

import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Reference;

/** One partner in a list. */
public record PartnerRow(
        long id,
        long version,
        Reference reference,
        String legalName,
        @Nullable String localName,
        @Nullable Sector sector,
        @Nullable CountryCode country,
        PartnerStatus status,
        boolean collective) {}
