package org.kizuna.partner.rest;

import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerRow;

/**
 * A partner in a list as REST gives it.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PartnerItemJson(
        String reference,
        String legalName,
        @Nullable String localName,
        @Nullable String sector,
        @Nullable String country,
        String status,
        boolean collective,
        long version) {

    static PartnerItemJson of(PartnerRow row) {
        return new PartnerItemJson(
                row.reference().value(),
                row.legalName(),
                row.localName(),
                row.sector() == null ? null : row.sector().name(),
                row.country() == null ? null : row.country().value(),
                row.status().name(),
                row.collective(),
                row.version());
    }
}
