package org.kizuna.partner;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.RefersTo;

/**
 * What a user says about a partner, as typed.
 *
 * @param reference left empty, one is made
 * @param country ISO 3166-1 alpha-2
 * @param parent reference of the partner it belongs to
 * @param collective stands for several or unnamed contributors of a statistic, not for one organisation
 */
public record PartnerData(
        @Nullable String reference,
        @Nullable String legalName,
        @Nullable String localName,
        @Nullable String acronym,
        @Nullable Sector sector,
        @Nullable OrganisationType organisationType,
        @Nullable String country,
        @RefersTo(PartnerFeature.PARTNER) @Nullable String parent,
        @Nullable String website,
        @Nullable String note,
        boolean collective,
        List<Name> names,
        List<Identifier> identifiers,
        List<Contact> contacts) {

    /** Another name. */
    public record Name(
            PartnerName.@Nullable Kind kind,
            @Nullable String name,
            @Nullable LocalDate until) {}

    /** An identifier in some list. */
    public record Identifier(
            @Nullable String listCode, @Nullable String value) {}

    /** Somebody to speak to. */
    public record Contact(
            @Nullable String name,
            @Nullable String jobTitle,
            @Nullable String email,
            @Nullable String phone) {}

    /** A partner with nothing but what must be there. */
    public static PartnerData of(String legalName, @Nullable Sector sector, @Nullable String country) {
        return new PartnerData(
                null, legalName, null, null, sector, null, country, null, null, null, false, List.of(), List.of(),
                List.of());
    }
}
