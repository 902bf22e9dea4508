package org.kizuna.partner.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.partner.PartnerData;
import org.kizuna.partner.PartnerDetail;
import org.kizuna.partner.PartnerRow;

/**
 * A partner as REST gives it. Lists leave the members that follow {@code collective} empty.
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

    static PartnerJson of(PartnerRow row) {
        return new PartnerJson(
                row.reference().value(),
                row.legalName(),
                row.localName(),
                row.sector() == null ? null : row.sector().name(),
                row.country() == null ? null : row.country().value(),
                row.status().name(),
                row.version(),
                row.collective(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

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
