package org.kizuna.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.CountryCode;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Terms;

/**
 * What an organisation is: valid or not built, and replaced whole.
 *
 * @param sector null of a collective alone
 * @param organisationTypeCode IATI's code list OrganisationType
 * @param collective stands for several or unnamed contributors of a statistic
 */
@Terms
@Embeddable
public record PartnerProfile(
        String legalName,
        @Nullable String localName,
        @Nullable String acronym,
        @Enumerated(EnumType.STRING) @Nullable Sector sector,
        @Column(name = "organisation_type") @Nullable String organisationTypeCode,
        @Nullable CountryCode country,
        boolean collective,
        @Nullable String website) {

    /** The profile as typed, or null with problems noted. */
    static @Nullable PartnerProfile typed(PartnerData data, Problems problems) {
        int noted = problems.found().size();
        String legalName = problems.required("legalName", data.legalName(), 250);
        String localName = problems.optional("localName", data.localName(), 250);
        String acronym = problems.optional("acronym", data.acronym(), 40);
        Sector sector = data.sector();
        if (!data.collective()) {
            problems.required("sector", sector);
        }
        CountryCode country = CountryCode.typed(problems, "country", data.country());
        if (sector == Sector.GOVERNMENT && Problems.clean(data.country()) == null) {
            problems.add("country", "governmentNeedsCountry");
        }
        String website = problems.optional("website", data.website(), 300);
        if (website != null && !website.matches("https?://\\S+")) {
            problems.add("website", "notALink");
        }
        if (problems.found().size() > noted) {
            return null;
        }
        OrganisationType type =
                data.organisationType() == null && sector != null ? sector.usualType() : data.organisationType();
        return new PartnerProfile(
                legalName,
                localName,
                acronym,
                sector,
                type == null ? null : type.code(),
                country,
                data.collective(),
                website);
    }

    @Nullable
    OrganisationType organisationType() {
        return organisationTypeCode == null
                ? null
                : OrganisationType.ofCode(organisationTypeCode).orElse(null);
    }
}
