package org.kizuna.partner.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;

/**
 * One partner as REST gives it.
 *
 * @param organisationType code [IATI OrganisationType]
 * @param country ISO 3166-1 alpha-2
 * @param parent reference
 */
public record PartnerJson(
        String reference,
        String legalName,
        @Nullable String localName,
        @Nullable String sector,
        @Nullable String country,
        String status,
        long version,
        boolean collective,
        @Nullable String acronym,
        @Nullable String organisationType,
        @Nullable String parent,
        @Nullable String website,
        @Nullable String note,
        List<NameJson> names,
        List<PartnerData.Identifier> identifiers,
        List<PartnerData.Contact> contacts,
        @Nullable String recordedBy,
        @Nullable String recordedAt) {

    static PartnerJson of(PartnerDetail partner) {
        PartnerData data = partner.data();
        return new PartnerJson(
                partner.reference().value(),
                String.valueOf(data.legalName()),
                data.localName(),
                data.sector() == null ? null : data.sector().name(),
                data.country(),
                partner.status().name(),
                partner.version(),
                data.collective(),
                data.acronym(),
                data.organisationType() == null ? null : data.organisationType().code(),
                data.parent(),
                data.website(),
                data.note(),
                data.names().stream().map(NameJson::of).toList(),
                data.identifiers(),
                data.contacts(),
                partner.recordedBy(),
                partner.recordedAt().toString());
    }

    /** Another name. */
    public record NameJson(
            String kind, @Nullable String name, @Nullable String until) {

        static NameJson of(PartnerData.Name name) {
            return new NameJson(
                    String.valueOf(name.kind()),
                    name.name(),
                    name.until() == null ? null : name.until().toString());
        }
    }
}
